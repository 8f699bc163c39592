import type { DocumentedVisit, IntakeAnswers } from '../ports.ts'
import type { NoteContent, NoteSection, Vital } from './note.ts'
import { filled, textIn, type NoteTemplate, type NotePhrases, type PrefillRule } from './note-template.ts'
import { vitalFromAnswer } from './vital-signs.ts'

export interface PrefillSources {
  readonly visit: DocumentedVisit
  readonly answers: readonly IntakeAnswers[]
  /** What the patient wrote at booking; null if nothing. */
  readonly reason: string | null
  readonly language: string
  readonly phrases: NotePhrases
}

type Question = IntakeAnswers['questions'][number]

/**
 * A new note: the sections of the template in order, with the patient's answers and check-in data in those that ask for them. Contains only
 * what was reported, never a finding: the clinician reads, edits and signs it.
 */
export const prefillNote = (template: NoteTemplate, sources: PrefillSources): NoteContent => {
  const vitals = vitalsOf(sources.answers)
  const claimed = new Set(
    template.sections
      .flatMap(({ prefill }) => prefill)
      .flatMap((rule) => (rule.from === 'answers' ? rule.questions : []))
      .concat(vitals.map(({ loinc }) => loinc)),
  )
  const written = template.sections.map(({ code, prefill }) => ({
    code,
    parts: prefill
      .map((rule) => ({ from: rule.from, paragraphs: paragraphsOf(rule, sources, claimed) }))
      .filter(({ paragraphs }) => paragraphs.length > 0),
  }))
  const sections = written.map(({ code, parts }): NoteSection => ({
    code,
    text: parts.flatMap(({ paragraphs }) => paragraphs).join('\n'),
  }))
  return {
    templateCode: template.code,
    sections,
    diagnoses: [],
    vitals,
    services: [],
    prefilled: written.filter(({ parts }) => parts.length > 0).map(({ code }) => code),
    derived: written
      .filter(({ parts }) => parts.length > 0 && parts.every(({ from }) => !isPatientReported[from]))
      .map(({ code }) => code),
  }
}

/** Whether a rule writes the patient's own words. */
const isPatientReported: Readonly<Record<PrefillRule['from'], boolean>> = {
  reason: true,
  answers: true,
  'other-answers': true,
  scores: false,
  alerts: false,
  'check-in': false,
}

/** LOINC: chief complaint. */
const chiefComplaint = '10154-3'

const paragraphsOf = (rule: PrefillRule, sources: PrefillSources, claimed: ReadonlySet<string>): string[] => {
  const { answers, reason, phrases } = sources
  const questions = answers
    .flatMap((form) => form.questions)
    // The intake does not ask again what was written at booking, and sends it as the answer.
    .filter(({ loinc, values: [value] }) => reason === null || loinc !== chiefComplaint || value?.text !== reason)
  switch (rule.from) {
    case 'reason':
      return reason === null ? [] : [filled(phrases.reason, { reason })]
    case 'answers':
      return rule.questions.flatMap((wanted) =>
        questions.filter((question) => isCalled(question, wanted)).map((question) => answered(question, sources)),
      )
    case 'other-answers':
      return (
        questions
          .filter((question) => ![question.linkId, question.loinc].some((name) => name !== null && claimed.has(name)))
          // A questionnaire with a total is summarized by its total. Its items are on the form.
          .filter((question) => !answers.some((form) => form.scores.length > 0 && form.questions.includes(question)))
          .map((question) => answered(question, sources))
      )
    case 'scores':
      return answers.flatMap((form) => form.scores).map((score) => scored(score, sources))
    case 'alerts':
      return [...new Set(answers.flatMap((form) => form.alerts))].map((alert) =>
        filled(sources.phrases.alert, { alert: sources.phrases.alerts[alert] }),
      )
    case 'check-in':
      return heldAt(sources)
  }
}

const isCalled = ({ linkId, loinc }: Question, wanted: string): boolean => linkId === wanted || loinc === wanted

const answered = (question: Question, { language, phrases }: PrefillSources): string => {
  const values = question.values.map((value) => {
    const option = question.chosen.find(({ code }) => code === value.code)
    if (option) return textIn(option.text, language)
    if (value.boolean !== undefined) return value.boolean ? phrases.yes : phrases.no
    return String(value.text ?? value.date ?? value.integer ?? value.decimal ?? value.code ?? '')
  })
  return `${textIn(question.text, language)} ${values.join(', ')}`
}

const scored = (
  { name, value, bandText }: IntakeAnswers['scores'][number],
  { language, phrases }: PrefillSources,
): string =>
  filled(phrases.score, { score: textIn(name, language), value: String(value), band: textIn(bandText, language) })

const heldAt = ({ visit, phrases }: PrefillSources): string[] => {
  const { location, modality } = visit
  if (location === null) return [phrases.modality[modality]]
  const { city, state, kind } = location
  return [`${phrases.modality[modality]} ${filled(phrases.place[kind], { city, state })}`]
}

const vitalsOf = (answers: readonly IntakeAnswers[]): Vital[] =>
  answers
    .flatMap((form) => form.questions)
    .flatMap(({ loinc, values: [value] }) => {
      const given = value?.decimal ?? value?.integer
      return loinc === null || given === undefined ? [] : (vitalFromAnswer(loinc, given) ?? [])
    })
