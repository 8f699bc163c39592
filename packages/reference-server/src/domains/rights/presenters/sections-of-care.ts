import { fileName, fileOfRecording } from '../model/file-of-result.ts'
import { addressOf, entry, type Fact, localizedIn, type Render } from './readable-entry.ts'

/** What clinicians, laboratories and pharmacies recorded, and what was written. */
export const sectionsOfCare = {
  summaries: ({ sections }, { language, words: { labels }, moment }) =>
    sections.summaries.flatMap((summary) => {
      const localized = localizedIn(language)
      return entry(
        localized(summary.visitTypeName),
        [
          [labels.when, moment(summary.visitAt)],
          [labels.with, summary.practitioner.displayName],
          [labels.diagnoses, summary.diagnoses.map(({ code, display }) => `${display} (${code})`).join('; ')],
        ],
        [
          ...summary.instructions.map(({ heading, text }) => `${localized(heading)}\n${text}`),
          ...summary.corrections.map(({ text, at, by }) => `${labels.corrected}: ${moment(at)}, ${by}\n${text}`),
        ],
      )
    }),
  notes: ({ sections }, { language, words: { labels }, moment, day }) =>
    sections.notes.flatMap((note) => {
      const headings = new Map(
        note.template?.sections.map(({ code, heading }) => [code, localizedIn(language)(heading)]),
      )
      return entry(
        note.template ? localizedIn(language)(note.template.name) : note.kind,
        [
          [labels.when, day(note.visitDay)],
          ...note.signatures.map(({ by, at }): Fact => [labels.signedBy, `${by.displayName}, ${moment(at)}`]),
          [labels.diagnoses, note.diagnoses.map(({ code, display }) => `${display ?? ''} (${code})`).join('; ')],
        ],
        [
          ...note.sections
            .filter(({ text }) => text.trim() !== '')
            .map(({ code, text }) => `${headings.get(code) ?? code}\n${text}`),
          ...note.addenda.map(
            ({ text, signature }) =>
              `${labels.addendum}: ${signature.by.displayName}, ${moment(signature.at)}\n${text}`,
          ),
          // 45 CFR 164.526(d)(4): the statement and the denial belong to what they are about.
          ...sections.requests
            .filter(({ visitId, disagreement }) => visitId === note.visitId && disagreement)
            .map(({ what, decision, disagreement }) =>
              [
                `${labels.disagreement}: ${disagreement?.text ?? ''}`,
                `${labels.what}: ${what}`,
                `${labels.answer}: ${decision?.text ?? ''}`,
              ].join('\n'),
            ),
        ],
      )
    }),
  recordings: ({ sections }, { language, words: { labels, inCall, files }, moment }) =>
    sections.recordings.flatMap(({ id, mediaType, startedAt, recorded }) =>
      entry(moment(startedAt), [
        [labels.who, new Intl.ListFormat(language).format(recorded.map((role) => inCall[role]))],
        [files, fileName(fileOfRecording(id), mediaType)],
      ]),
    ),
  vitals: ({ sections }, { words: { labels }, moment }) =>
    sections.vitals.flatMap(({ at, vitals }) =>
      entry(
        moment(at),
        vitals.map(({ loinc, value, unit, measuredAt }): Fact => [
          `LOINC ${loinc}`,
          `${value} ${unit}, ${labels.when}: ${moment(measuredAt)}`,
        ]),
      ),
    ),
  allergies: ({ sections }, { words: { labels, chart }, moment }) =>
    sections.allergies.flatMap(({ substance, reaction, status, notedAt }) =>
      entry(substance.name, [
        [labels.reaction, reaction],
        [labels.status, chart[status]],
        [labels.when, moment(notedAt)],
      ]),
    ),
  reportedMedicines: ({ sections }, { words: { labels, chart }, moment }) =>
    sections.reportedMedicines.flatMap(({ medication, directions, status, reportedAt }) =>
      entry(medication.name, [
        [labels.directions, directions],
        [labels.status, chart[status]],
        [labels.when, moment(reportedAt)],
      ]),
    ),
  conditions: ({ sections }, { words: { labels, chart }, moment }) =>
    sections.conditions.flatMap(({ display, code, status, firstNotedAt }) =>
      entry(`${display} (${code})`, [
        [labels.status, chart[status]],
        [labels.when, moment(firstNotedAt)],
      ]),
    ),
  prescriptions: ({ sections }, { language, words: { labels }, moment }) =>
    sections.prescriptions.flatMap((each) =>
      entry(each.medication.name, [
        [labels.directions, localizedIn(language)(each.directionsText)],
        [labels.quantity, String(each.quantity)],
        [labels.refills, String(each.refills)],
        [labels.with, each.practitioner.displayName],
        [labels.pharmacy, each.pharmacy?.name],
        [labels.when, moment(each.signedAt ?? each.createdAt)],
      ]),
    ),
  refills: ({ sections }, { words: { labels }, moment }) =>
    sections.refills.flatMap(({ medicationName, requestedAt, answer }) =>
      entry(medicationName, [
        [labels.when, moment(requestedAt)],
        [labels.comment, answer],
      ]),
    ),
  pharmacy: ({ sections }, { words: { labels } }) =>
    sections.pharmacy.flatMap(({ name, address, phone }) =>
      entry(name, [
        [labels.address, addressOf(address)],
        [labels.phone, phone],
      ]),
    ),
  labOrders: ({ sections }, { language, words: { labels }, moment }) =>
    sections.labOrders.flatMap(({ tests, placedAt, practitioner, refusal, laboratoryNotes = [] }) =>
      entry(
        tests.map(({ name }) => localizedIn(language)(name)).join(', '),
        [
          [labels.when, moment(placedAt)],
          [labels.with, practitioner.displayName],
        ],
        [refusal, ...laboratoryNotes],
      ),
    ),
  labResults: ({ sections }, { language, words: { labels }, moment }) =>
    sections.labResults.flatMap((result) =>
      entry(
        localizedIn(language)(result.test.name),
        [
          [labels.when, moment(result.collectedAt ?? result.receivedAt)],
          [labels.comment, result.comment],
          ...result.observations.map(({ name, value, unit, flag, referenceRange }): Fact => [
            name,
            [value ?? '–', unit, flag, referenceRange && `${labels.range}: ${referenceRange}`]
              .filter(Boolean)
              .join(' '),
          ]),
        ],
        [result.note, ...result.observations.map(({ note }) => note)],
      ),
    ),
  carePlan: ({ sections }, { words: { labels, sections: titles } }) =>
    sections.carePlan.flatMap(({ goals, activities }) =>
      entry(titles.carePlan, [
        [labels.goals, goals.map(({ text }) => text).join('; ')],
        [labels.steps, activities.map(({ text }) => text).join('; ')],
      ]),
    ),
  outcomes: ({ sections }, { words: { labels }, moment }) =>
    sections.outcomes.flatMap(({ questionnaire, at, score }) =>
      entry(questionnaire.toUpperCase(), [
        [labels.when, moment(at)],
        [labels.score, String(score)],
      ]),
    ),
  surveys: ({ sections }, { words: { labels }, moment }) =>
    sections.surveys.flatMap(({ visitId, answeredAt, rating, comment }) =>
      answeredAt === undefined
        ? []
        : entry(moment(answeredAt), [
            [labels.what, visitId],
            [labels.score, rating === undefined ? undefined : String(rating)],
            [labels.comment, comment],
          ]),
    ),
  threads: ({ sections }, { moment }) =>
    sections.threads.flatMap(({ subject, messages }) =>
      entry(
        subject,
        [],
        messages.map(({ from, at, text }) => `${from.displayName}, ${moment(at)}\n${text}`),
      ),
    ),
  notices: ({ sections }, { words: { labels }, moment }) =>
    sections.notices.flatMap(({ channel, createdAt, sentAt }) =>
      entry(channel === 'email' ? labels.email : labels.phone, [[labels.when, moment(sentAt ?? createdAt)]]),
    ),
  texts: ({ sections }, { words: { labels, files: filesLabel }, moment }) =>
    sections.texts.flatMap(({ receivedAt, text, files, resolvedAt }) =>
      entry(
        moment(receivedAt),
        [
          [filesLabel, files === 0 ? undefined : String(files)],
          [labels.answer, resolvedAt && moment(resolvedAt)],
        ],
        [text],
      ),
    ),
} satisfies Readonly<Record<string, Render>>
