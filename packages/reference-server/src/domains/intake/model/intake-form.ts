import { alreadySubmitted, answersInvalid, answersMissing, unknownQuestion, versionConflict } from '../problems.ts'
import { validateAnswers } from './validate-answers.ts'
import { emergenciesOf } from './emergencies-of.ts'
import { enabledAnswers } from './enabled-questions.ts'
import { missingQuestions } from './missing-questions.ts'
import { answersOf, type IntakeAlert, type IntakeAnswer, type Questionnaire, type Score } from './questionnaire.ts'
import { scoreAnswers } from './score-answers.ts'

/**
 * A person who answered. `relationship` is `self`, a proxy's relationship to the patient, or `staff` for a member who entered the patient's
 * answers.
 */
export interface Author {
  readonly personId: string
  readonly kind: 'patient' | 'proxy' | 'member'
  readonly relationship: string
}
export interface Authorship extends Author {
  /** When this person last changed an answer, RFC 3339. */
  readonly at: string
}

/** The PHI of a form, encrypted as one value. */
export interface FormContent {
  readonly answers: readonly IntakeAnswer[]
  readonly scores: readonly Score[]
  /** Every emergency rule that an answer has triggered, even if the answer was changed later: the clinic was notified and must see why. */
  readonly emergencies: readonly IntakeAlert[]
  /** Everyone who answered, in the order of their first answer. */
  readonly authors: readonly Authorship[]
}

/** One questionnaire of one appointment, from the first answer on. FHIR: QuestionnaireResponse (in-progress, completed). */
export interface IntakeForm extends FormContent {
  readonly id: string
  readonly appointmentId: string
  readonly patientId: string
  readonly questionnaireCode: string
  readonly questionnaireVersion: number
  readonly status: 'draft' | 'submitted'
  readonly savedAt: Date
  readonly submittedAt: Date | null
  /** Incremented by every save, from 1. */
  readonly version: number
}

export interface Save {
  /** Null for the first save. */
  readonly form: IntakeForm | null
  /** The appointment of the form, and the id for a new one. */
  readonly ids: Pick<IntakeForm, 'id' | 'appointmentId' | 'patientId'>
  readonly questionnaire: Questionnaire
  readonly answers: readonly IntakeAnswer[]
  /** The version on which the author based the save. */
  readonly version: number
  readonly author: Author
  readonly now: Date
}
export interface Saved {
  readonly form: IntakeForm
  /** False for a repeated save: store nothing and emit nothing. */
  readonly changed: boolean
  /** Emergency codes that were not triggered before. */
  readonly raised: readonly string[]
}

/** Saves answers, complete or not. Throws `already_submitted`, `version_conflict`, `unknown_question`, `answers_invalid`. */
export const saveDraft = (save: Save): Saved => {
  requireNotSubmitted(save.form)
  if (isRepeated(save)) return { form: save.form, changed: false, raised: [] }
  requireVersion(save)
  requireValidAnswers(save, 'draft')
  return written(save, save.answers, 'draft')
}

/** Submits the answers. Drops answers to questions that are no longer enabled. Throws the problems of saveDraft, and `answers_missing`. */
export const submitForm = (save: Save): Saved => {
  requireNotSubmitted(save.form)
  requireVersion(save)
  requireValidAnswers(save, 'submission')
  const given = answersOf(save.answers)
  const missing = missingQuestions(save.questionnaire, given)
  if (missing.length > 0) throw answersMissing(missing)
  const counted = enabledAnswers(save.questionnaire, given)
  return written(
    save,
    save.answers.filter(({ linkId }) => counted.has(linkId)),
    'submitted',
  )
}

const requireNotSubmitted = (form: IntakeForm | null): void => {
  if (form?.status === 'submitted') throw alreadySubmitted()
}

const requireVersion = ({ form, version }: Save): void => {
  if (version !== (form?.version ?? 0)) throw versionConflict()
}

/** A retry after a lost response: the same answers on top of the previous version. */
const isRepeated = (save: Save): save is Save & { form: IntakeForm } =>
  save.form !== null && save.version === save.form.version - 1 && sameAnswers(save.answers, save.form.answers)

const sameAnswers = (left: readonly IntakeAnswer[], right: readonly IntakeAnswer[]): boolean => {
  const canonical = (answers: readonly IntakeAnswer[]): string =>
    JSON.stringify(
      answers
        .map(({ linkId, values }) => [linkId, values.map((value) => Object.entries(value).toSorted(byKey))] as const)
        .toSorted(byKey),
    )
  return canonical(left) === canonical(right)
}
const byKey = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number =>
  left < right ? -1 : 1

const requireValidAnswers = ({ questionnaire, answers }: Save, stage: 'draft' | 'submission'): void => {
  const faults = validateAnswers(questionnaire, answers, stage)
  if (faults.length === 0) return
  throw faults.some(({ code }) => code === 'unknown_question') ? unknownQuestion(faults) : answersInvalid(faults)
}

const written = (save: Save, answers: readonly IntakeAnswer[], status: IntakeForm['status']): Saved => {
  const { form, ids, questionnaire, author, now } = save
  const given = answersOf(answers)
  const before = form?.emergencies ?? []
  const raised = emergenciesOf(questionnaire, given).filter((code) => !before.includes(code))
  return {
    changed: true,
    raised,
    form: {
      ...ids,
      id: form?.id ?? ids.id,
      questionnaireCode: questionnaire.code,
      questionnaireVersion: questionnaire.version,
      status,
      answers,
      scores: scoreAnswers(questionnaire, given),
      emergencies: [...before, ...raised],
      authors: withAuthor(form?.authors ?? [], author, now),
      savedAt: now,
      submittedAt: status === 'submitted' ? now : null,
      version: (form?.version ?? 0) + 1,
    },
  }
}

const withAuthor = (authors: readonly Authorship[], author: Author, now: Date): readonly Authorship[] => {
  const authorship = { ...author, at: now.toISOString() }
  return authors.some(({ personId }) => personId === author.personId)
    ? authors.map((each) => (each.personId === author.personId ? authorship : each))
    : [...authors, authorship]
}
