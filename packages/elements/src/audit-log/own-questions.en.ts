import type { AccessQuestion } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'accessQuestions.ask' | 'accessQuestions.list'

export const ownQuestionsEn = {
  questions: 'Your questions',
  about: 'About {name}',
  asked: 'You asked on {date}.',
  chip: 'You asked',
  state_open: 'The clinic has your question. You will read the answer here by {date}.',
  state_assigned: 'Someone at the clinic is working on it. You will read the answer here by {date}.',
  state_answered: 'Answered on {date}.',
  late: 'The answer is late. The clinic sees that it is late, and will still answer here.',
  outcome_appropriate: 'The clinic found that this was part of your care, or of running the clinic.',
  outcome_mistake: 'The clinic found that your record was opened by mistake.',
  'outcome_not-allowed': 'The clinic found that this was not allowed.',
  outcome_unresolved: 'The clinic could not find out why your record was opened.',
  yourWords: 'What you wrote:',
  formHeading: 'Question this',
  reason: 'Why do you ask?',
  'reason_unknown-person': 'I do not know this person',
  'reason_known-person': 'I know this person from outside the clinic',
  'reason_no-care': 'I had no visit at that time',
  'reason_too-much': 'They saw more than they needed',
  reason_other: 'Something else',
  reasonMissing: 'Choose why you ask.',
  words: 'Tell us more, if you like',
  wordsHint:
    'The privacy office reads this. The person you ask about does not answer: someone else there does, or an administrator of the clinic.',
  send: 'Send the question',
  leave: 'Do not ask',
  sent: 'Your question was sent. You will read the answer here by {date}.',
  newAnswer: 'Your question has an answer.',
  problem_already_asked: [
    'You have asked about this before',
    'What you wrote is still here.',
    'The answer will be under “Your questions”. After that you can ask again.',
  ],
  problem_too_many_questions: [
    'Too many of your questions wait for an answer',
    'What you wrote is still here.',
    'Wait for an answer, or call the clinic.',
  ],
} as const satisfies Messages &
  ProblemWords<Calls> &
  CodeWords<'state', AccessQuestion['status']> &
  CodeWords<'outcome', NonNullable<AccessQuestion['outcome']>> &
  CodeWords<'reason', AccessQuestion['reason']>
