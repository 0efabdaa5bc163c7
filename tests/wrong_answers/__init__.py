"""Wrong answers as learners give them: for each exercise, what is wrong and the source."""

import importlib
import pkgutil

NAMES = [found.name for found in pkgutil.iter_modules(__path__)]
LESSONS = [importlib.import_module(f"{__name__}.{name}") for name in NAMES]
WRONG_ANSWERS = {
    number: answers for lesson in LESSONS for number, answers in lesson.WRONG_ANSWERS.items()
}
