"""Wrong answers as learners give them: for each exercise, what is wrong and the source."""

from tests.wrong_answers import (
    lesson_01,
    lesson_02,
    lesson_03,
    lesson_04,
    lesson_05,
    lesson_06,
    lesson_07,
)

LESSONS = (lesson_01, lesson_02, lesson_03, lesson_04, lesson_05, lesson_06, lesson_07)
WRONG_ANSWERS = {
    number: answers for lesson in LESSONS for number, answers in lesson.WRONG_ANSWERS.items()
}
