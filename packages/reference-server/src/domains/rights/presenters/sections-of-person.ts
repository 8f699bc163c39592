import type { components } from '@visitkit/contract'
import { questionnaireKey } from '../model/record.ts'
import type { RecordWords } from '../model/record-words.ts'
import { addressOf, entry, type Fact, type Localized, localizedIn, nameOf, type Render } from './readable-entry.ts'

type Schemas = components['schemas']

/** The text of a question by its id, in the language. */
const questionsOf = (items: readonly Schemas['QuestionItem'][], localized: Localized): Map<string, string> =>
  new Map(
    items.flatMap(({ linkId, text, items: inner = [] }) => [
      [linkId, localized(text)] as const,
      ...questionsOf(inner, localized),
    ]),
  )

const answerText = (value: Schemas['AnswerValue']): string =>
  String(value.text ?? value.date ?? value.code ?? value.integer ?? value.decimal ?? (value.boolean ? '✓' : '–'))

/** What the patient asked about calls, letters and the name, where it is not what the record says. */
const chosenContact = ({ call, letters }: Schemas['Patient'], labels: RecordWords['labels']): Fact[] => [
  ...(call.rule === 'recorded' ? [] : [[labels.callOnly, call.phone ?? labels.nowhere] as Fact]),
  ...(letters.rule === 'recorded'
    ? []
    : [[labels.writeOnly, letters.address === undefined ? labels.nowhere : addressOf(letters.address)] as Fact]),
  [labels.addressAs, call.addressAs],
]

/** Who the person is, how they are reached, what they agreed to, and their visits. */
export const sectionsOfPerson = {
  patient: ({ sections }, { words: { labels }, day }) =>
    sections.patient.flatMap((patient) =>
      entry(nameOf(patient.name), [
        ...(patient.otherNames ?? []).map((name): Fact => [labels.otherName, nameOf(name)]),
        [labels.birthDate, day(patient.birthDate)],
        [labels.email, patient.email],
        [labels.phone, patient.phone],
        [labels.address, patient.address && addressOf(patient.address)],
        ...chosenContact(patient, labels),
        [labels.language, patient.language],
        [labels.recordNumber, patient.recordNumber],
      ]),
    ),
  background: ({ sections }, { words: { labels, sections: titles } }) =>
    sections.background.flatMap(({ races = [], ethnicity, birthSex, genderIdentity }) =>
      entry(titles.background, [
        [labels.race, [...races, ethnicity, birthSex, genderIdentity].filter(Boolean).join(', ')],
      ]),
    ),
  preferences: ({ sections }, { words: { labels, sections: titles } }) =>
    sections.preferences.flatMap(({ email, phone, language }) =>
      entry(titles.preferences, [
        [labels.email, email],
        [labels.phone, phone],
        [labels.language, language],
      ]),
    ),
  people: ({ sections }, { words: { labels }, day }) =>
    sections.people.flatMap(({ displayName, from, to }) =>
      entry(displayName, [[labels.when, [day(from), to === null ? '' : day(to)].join(' – ')]]),
    ),
  consents: ({ sections }, { words: { labels, consent }, moment }) =>
    sections.consents.flatMap(({ title, status, decidedAt, decidedByKind, signedName, documentVersion, revokedAt }) =>
      entry(title, [
        [labels.status, consent[status]],
        [labels.when, moment(revokedAt ?? decidedAt)],
        [decidedByKind === 'member' ? labels.saidBy : labels.signedBy, signedName],
        [labels.version, String(documentVersion)],
      ]),
    ),
  evidence: ({ sections }, { words: { labels } }) =>
    sections.evidence.flatMap(({ consentId, keyId }) => entry(consentId, [[labels.key, keyId]])),
  appointments: ({ sections }, { language, words: { labels, appointment }, moment }) =>
    sections.appointments.flatMap(({ visitTypeName, start, practitioner, status, reason }) =>
      entry(localizedIn(language)(visitTypeName), [
        [labels.when, moment(start)],
        [labels.with, practitioner.displayName],
        [labels.status, appointment[status]],
        [labels.reason, reason],
      ]),
    ),
  waitlist: ({ sections }, { language, words: { labels }, moment }) =>
    sections.waitlist.flatMap(({ visitTypeName, joinedAt }) =>
      entry(localizedIn(language)(visitTypeName), [[labels.when, moment(joinedAt)]]),
    ),
  onDemand: ({ sections }, { language, words: { labels }, moment }) =>
    sections.onDemand.flatMap(({ visitTypeName, requestedAt, reason }) =>
      entry(localizedIn(language)(visitTypeName), [
        [labels.when, moment(requestedAt)],
        [labels.reason, reason],
      ]),
    ),
  intake: ({ sections, questionnaires }, { language, words: { labels }, moment }) =>
    sections.intake.flatMap(({ title, answers, submittedAt, questionnaireCode, questionnaireVersion }) => {
      const localized = localizedIn(language)
      const asked = questionnaires.get(questionnaireKey(questionnaireCode, questionnaireVersion))
      const questions = questionsOf(asked?.items ?? [], localized)
      return entry(localized(title), [
        [labels.when, submittedAt && moment(submittedAt)],
        ...answers.map(({ linkId, values }): Fact => [
          questions.get(linkId) ?? linkId,
          values.map(answerText).join(', '),
        ]),
      ])
    }),
  visits: ({ sections }, { language, words: { labels }, moment }) =>
    sections.visits.flatMap(({ visitTypeName, practitioner, startedAt, checkedInAt, endedAt }) =>
      entry(localizedIn(language)(visitTypeName), [
        [labels.when, [startedAt ?? checkedInAt, endedAt].flatMap((at) => (at ? [moment(at)] : [])).join(' – ')],
        [labels.with, practitioner.displayName],
      ]),
    ),
  guests: ({ sections }, { words: { labels }, moment }) =>
    sections.guests.flatMap(({ name, opensAt }) => entry(name, [[labels.when, moment(opensAt)]])),
} satisfies Readonly<Record<string, Render>>
