"""Wrong answers as learners give them: for each exercise, what is wrong and the source."""

from tests.wrong_answers import lesson_01, lesson_02, lesson_03, lesson_04, lesson_05

WRONG_ANSWERS = {
    number: answers
    for lesson in (lesson_01, lesson_02, lesson_03, lesson_04, lesson_05)
    for number, answers in lesson.WRONG_ANSWERS.items()
}
