import type { components } from '@visitkit/contract'
import type { PdfBlock } from '../../../platform/documents/pdf-document.ts'
import { questionnaireKey, type PatientRecord, type RecordSection } from '../model/record.ts'
import type { RecordWords } from '../model/record-words.ts'

type Schemas = components['schemas']
type Fact = readonly [label: string, value: string | undefined]

export interface ReadableFormat {
  readonly language: string
  readonly words: RecordWords
  readonly moment: (instant: string) => string
  readonly day: (date: string) => string
}

/** One readable entry: what it is, its facts, its texts. */
const entry = (title: string, facts: readonly Fact[], texts: readonly (string | undefined)[] = []): PdfBlock[] => {
  const rows = facts.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [{ label, value }]))
  return [
    { kind: 'heading', text: title },
    ...(rows.length === 0 ? [] : [{ kind: 'facts' as const, rows }]),
    ...texts
      .flatMap((text) => (text ?? '').split(/\n{2,}/))
      .filter((text) => text.trim() !== '')
      .map((text) => ({ kind: 'paragraph' as const, text })),
  ]
}

const money = (language: string, cents: number): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency: 'USD' }).format(cents / 100)

const nameOf = ({ given, middle, family, suffix }: Schemas['PersonName']): string =>
  [given, ...(middle ?? []), family, suffix].filter(Boolean).join(' ')

const addressOf = ({ line1, line2, city, state, postalCode }: Schemas['Address']): string =>
  [line1, line2, city, [state, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ')

type Render = (record: PatientRecord, format: ReadableFormat) => PdfBlock[]

/** The text of a question by its id, in the language. */
const questionsOf = (items: readonly Schemas['QuestionItem'][], localized: Localized): Map<string, string> =>
  new Map(
    items.flatMap(({ linkId, text, items: inner = [] }) => [
      [linkId, localized(text)] as const,
      ...questionsOf(inner, localized),
    ]),
  )

type Localized = (texts: readonly Schemas['LocalizedText'][]) => string
const localizedIn =
  (language: string): Localized =>
  (texts) =>
    (texts.find((text) => text.language === language) ?? texts[0])?.text ?? ''

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

/** How each section reads. What is not in here in every detail is in `record.json`. */
export const readableSections: Readonly<Record<RecordSection, Render>> = {
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
    sections.consents.flatMap(({ title, status, decidedAt, signedName, documentVersion, revokedAt }) =>
      entry(title, [
        [labels.status, consent[status]],
        [labels.when, moment(revokedAt ?? decidedAt)],
        [labels.signedBy, signedName],
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
    sections.labOrders.flatMap(({ tests, placedAt, practitioner }) =>
      entry(tests.map(({ name }) => localizedIn(language)(name)).join(', '), [
        [labels.when, moment(placedAt)],
        [labels.with, practitioner.displayName],
      ]),
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
        result.observations.map(({ note }) => note),
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
  coverages: ({ sections }, { words: { labels }, day }) =>
    sections.coverages.flatMap(({ payer, memberNumber, from, to }) =>
      entry(payer.name, [
        [labels.memberNumber, memberNumber],
        [labels.when, [day(from), to === undefined ? '' : day(to)].join(' – ')],
      ]),
    ),
  estimates: ({ sections }, { language, words: { labels }, moment }) =>
    sections.estimates.flatMap(({ totalCents, issuedAt, dueAt, practitioner }) =>
      entry(money(language, totalCents), [
        [labels.when, moment(issuedAt ?? dueAt)],
        [labels.with, practitioner.displayName],
      ]),
    ),
  statement: ({ sections }, { language, words: { labels }, moment }) =>
    sections.statement.flatMap((visit) =>
      entry(localizedIn(language)(visit.visitTypeName), [
        [labels.when, moment(visit.visitAt)],
        [labels.charge, money(language, visit.chargeCents)],
        [labels.paid, money(language, visit.insurancePaidCents + visit.patientPaidCents)],
        [labels.due, money(language, visit.dueCents)],
      ]),
    ),
  payments: ({ sections }, { language, words: { labels }, moment }) =>
    sections.payments.flatMap(({ amountCents, createdAt, paidAt }) =>
      entry(money(language, amountCents), [[labels.when, moment(paidAt ?? createdAt)]]),
    ),
  claims: ({ sections }, { language, words: { labels, claimStates }, moment, day }) =>
    sections.claims.flatMap((claim) =>
      entry(`${claim.payer}, ${day(claim.serviceDate)}`, [
        [labels.number, claim.number],
        [labels.when, moment(claim.submittedAt)],
        [labels.status, claimStates[claim.state]],
        [labels.diagnoses, claim.diagnosisCodes.join(', ')],
        ...claim.lines.map(({ code, units, chargeCents, paidCents }): Fact => [
          code,
          [`${units} × ${money(language, chargeCents)}`, paidCents && `${labels.paid}: ${money(language, paidCents)}`]
            .filter(Boolean)
            .join(', '),
        ]),
        [labels.charge, money(language, claim.chargeCents)],
        [labels.paid, money(language, claim.paidCents)],
        [labels.due, money(language, claim.patientCents)],
        ...claim.nextClaims.map(({ payer, number, state, sentAt }): Fact => [
          labels.nextClaim,
          `${payer}, ${number}, ${moment(sentAt)}: ${claimStates[state]}`,
        ]),
      ]),
    ),
  disclosures: ({ sections }, { words: { labels, recipientKinds, sentContents }, day }) => [
    {
      kind: 'table',
      columns: [
        { heading: labels.when, share: 3 },
        { heading: labels.who, share: 4 },
        { heading: labels.what, share: 4 },
        { heading: labels.times, share: 1 },
      ],
      rows: sections.disclosures.map(({ firstOn, lastOn, recipientKind, recipient, content, what, count }) => [
        firstOn === lastOn ? day(lastOn) : `${day(firstOn)} – ${day(lastOn)}`,
        recipient === undefined
          ? recipientKinds[recipientKind]
          : [recipient.name, recipient.address].filter(Boolean).join(', '),
        what ?? sentContents[content ?? 'unlisted'],
        String(count),
      ]),
    },
  ],
  requests: ({ sections }, { words: { labels, recipientStates }, moment, day }) =>
    sections.requests.flatMap(({ what, why, askedAt, decision, disagreement, recipients = [] }) =>
      entry(moment(askedAt), [
        [labels.what, what],
        [labels.reason, why],
        [labels.answer, decision && `${moment(decision.at)}: ${decision.text}`],
        [labels.disagreement, disagreement?.text],
        ...recipients.map(({ name, state, notification }): Fact => [
          labels.whoElse,
          [`${name}: ${recipientStates[state]}`, notification && day(notification.on), notification?.note]
            .filter(Boolean)
            .join(', '),
        ]),
      ]),
    ),
  accessQuestions: ({ sections }, { words: { labels }, moment }) =>
    sections.accessQuestions.flatMap(({ text, askedAt, answer, answeredAt }) =>
      entry(moment(askedAt), [
        [labels.what, text],
        [labels.answer, answer && answeredAt && `${moment(answeredAt)}: ${answer}`],
      ]),
    ),
  accesses: ({ sections }, { words: { labels, act, refused, server }, moment }) => [
    {
      kind: 'table',
      columns: [
        { heading: labels.when, share: 3 },
        { heading: labels.who, share: 4 },
        { heading: labels.what, share: 3 },
      ],
      rows: sections.accesses.map(({ at, actor, action, outcome }) => [
        moment(at),
        actor.displayName ?? (actor.kind === 'system' ? server : actor.role),
        outcome === 'done' ? act[action] : `${act[action]}: ${refused}`,
      ]),
    },
  ],
}
