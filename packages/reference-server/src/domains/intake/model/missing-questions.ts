import { enabledItems } from './enabled-questions.ts'
import { isQuestion, type Answers, type Questionnaire } from './questionnaire.ts'

/** The linkIds of required questions that are enabled and unanswered, in the order of the questionnaire. */
export const missingQuestions = (questionnaire: Questionnaire, answers: Answers): readonly string[] =>
  [...enabledItems(questionnaire, answers)]
    .filter((item) => isQuestion(item) && item.required && !answers.has(item.linkId))
    .map(({ linkId }) => linkId)
