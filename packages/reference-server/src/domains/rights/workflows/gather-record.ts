import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'
import type { CallerReads } from '../../../platform/contracts/caller-reads.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import {
  questionnaireKey,
  recordSections,
  type PatientRecord,
  type RecordItems,
  type RecordSection,
} from '../model/record.ts'
import { gatherFiles } from './gather-files.ts'
import { ifCovered, pageSize, readsOf, type Reads } from './reads-of.ts'

type Schemas = components['schemas']

/** Also those that are over. */
const waitlistStatuses = vocabularies.WaitlistStatus

type SoFar = { [Section in RecordSection]?: readonly RecordItems[Section][] }
type ReadSection<Section extends RecordSection> = (
  reads: Reads,
  patientId: string,
  soFar: SoFar,
) => Promise<readonly RecordItems[Section][]>

const each = async <In, Out>(items: readonly In[] | undefined, work: (item: In) => Promise<Out>): Promise<Out[]> => {
  const done: Out[] = []
  for (const item of items ?? []) done.push(await work(item))
  return done
}

/** All items of a list that says before which of them its next page begins. */
const everyPage = async <Item>(
  read: (before: string | undefined) => Promise<readonly [items: readonly Item[], before: string | undefined]>,
): Promise<Item[]> => {
  const all: Item[] = []
  let before: string | undefined
  do {
    const [items, next] = await read(before)
    all.push(...items)
    before = next
  } while (before !== undefined)
  return all
}

const present = <Item>(item: Item | null): item is Item => item !== null

/** Which operations read each section. A test compares them with all that a patient may read. */
const readers: { readonly [Section in RecordSection]: ReadSection<Section> } = {
  patient: async ({ one }, patientId) => [await one('getPatient', { path: { patientId } })],
  background: async ({ one }, patientId) => {
    const background = await one('getPatientBackground', { path: { patientId } })
    return background.version === 0 ? [] : [background]
  },
  preferences: async ({ one }, patientId) => [await one('getPreferences', { path: { patientId } })],
  people: async ({ one }, patientId) =>
    (await one('listProxies', { path: { patientId }, query: { ended: true } })).items,
  consents: ({ all }, patientId) => all('listConsents', { path: { patientId } }),
  evidence: ({ one }, _, { consents }) =>
    each(consents, ({ id }) => one('getConsentEvidence', { path: { consentId: id } })),
  appointments: ({ all }, patientId) => all('listAppointments', { query: { patientId } }),
  waitlist: async ({ all }, patientId) =>
    (await each(waitlistStatuses, (status) => all('listWaitlist', { query: { patientId, status } }))).flat(),
  onDemand: async ({ all }, patientId) =>
    (await all('listOwnOnDemand', { query: { past: true } })).filter((request) => request.patientId === patientId),
  intake: async ({ one }, _, { appointments }) =>
    (await each(appointments, ({ id }) => one('listIntake', { path: { appointmentId: id } })))
      .flatMap(({ items }) => items)
      .filter(({ status }) => status !== 'not-started'),
  visits: async ({ find }, _, { appointments }) =>
    (await each(appointments, ({ id }) => find('getVisitOfAppointment', { path: { appointmentId: id } }))).filter(
      present,
    ),
  guests: async ({ one }, _, { appointments }) =>
    (await each(appointments, ({ id }) => one('listGuests', { path: { appointmentId: id } }))).flatMap(
      ({ items }) => items,
    ),
  summaries: async ({ all, one }, patientId) =>
    each(await all('listVisitSummaries', { path: { patientId } }), ({ visitId }) =>
      one('getVisitSummary', { path: { visitId } }),
    ),
  notes: async ({ all, one }, patientId) =>
    each(await all('listPatientNotes', { path: { patientId } }), ({ id }) => one('getNote', { path: { noteId: id } })),
  recordings: async ({ one }, _, { visits }) =>
    (await each(visits, ({ id }) => one('listRecordings', { path: { visitId: id } }))).flatMap(({ items }) => items),
  vitals: ({ one }, patientId) =>
    everyPage(async (olderThan) => {
      const page = await one('listPatientVitals', { path: { patientId }, query: { ...(olderThan && { olderThan }) } })
      return [page.items, page.olderThan]
    }),
  allergies: async ({ one }, patientId) => (await one('listAllergies', { path: { patientId } })).items,
  conditions: ({ all }, patientId) => all('listConditions', { path: { patientId } }),
  reportedMedicines: async ({ one }, patientId) =>
    (await one('listReportedMedications', { path: { patientId } })).items,
  prescriptions: ({ all }, patientId) => all('listPrescriptions', { path: { patientId } }),
  refills: ({ all }, patientId) => all('listRefillRequests', { query: { patientId } }),
  pharmacy: async ({ one }, patientId) => {
    const { pharmacy } = await one('getPatientPharmacy', { path: { patientId } })
    return pharmacy === null ? [] : [pharmacy]
  },
  labOrders: ({ all }, patientId) => all('listLabOrders', { path: { patientId } }),
  labResults: ({ all }, patientId) => all('listLabResults', { path: { patientId } }),
  carePlan: async ({ one }, patientId) => {
    const plan = await one('getCarePlan', { path: { patientId } })
    return plan.version === 0 ? [] : [plan]
  },
  outcomes: async ({ all }, patientId, { intake }) => {
    // A right to the record alone covers the scores, and not the forms.
    const codes = intake
      ? intake.map(({ questionnaireCode }) => questionnaireCode)
      : (await all('listQuestionnaires', {})).map(({ code }) => code)
    return (
      await each([...new Set(codes)], (questionnaire) =>
        all('listOutcomes', { path: { patientId }, query: { questionnaire } }),
      )
    ).flat()
  },
  surveys: async ({ find }, _, { visits }) =>
    (await each(visits, ({ id }) => find('getSurvey', { path: { visitId: id } }))).filter(present),
  // Also those of the rooms of visits.
  threads: async ({ all, one }, patientId) =>
    each(await all('listThreads', { query: { patientId } }), async ({ id }) => wholeThread(one, id)),
  notices: ({ all }, patientId) => all('listDeliveries', { path: { patientId } }),
  texts: ({ all }, patientId) => all('listPatientTexts', { path: { patientId } }),
  coverages: async ({ one }, patientId) => (await one('listCoverages', { path: { patientId } })).items,
  estimates: ({ all }, patientId) => all('listEstimates', { path: { patientId } }),
  statement: async ({ one }, patientId) => {
    const visits: Schemas['StatementVisit'][] = []
    let cursor: string | null | undefined
    do {
      const page = await one('getStatement', {
        path: { patientId },
        query: { limit: pageSize, ...(cursor && { cursor }) },
      })
      visits.push(...page.visits)
      cursor = page.nextCursor
    } while (cursor)
    return visits
  },
  payments: ({ one }, patientId) =>
    everyPage(async (paymentsBefore) => {
      const query = { limit: 1, ...(paymentsBefore && { paymentsBefore }) }
      const page = await one('getStatement', { path: { patientId }, query })
      return [page.payments, page.paymentsBefore]
    }),
  claims: ({ all }, patientId) => all('listPatientClaims', { path: { patientId } }),
  requests: ({ all }, patientId) => all('listPrivacyRequests', { path: { patientId } }),
  accessQuestions: async ({ all }, patientId) => [...(await all('listAccessQuestions', { query: { patientId } }))],
  // Also what the law does not count.
  disclosures: async ({ one }, patientId) =>
    (await one('getDisclosureAccounting', { path: { patientId }, query: { everything: true } })).items,
  accesses: ({ all }, patientId) => all('listPatientAccesses', { path: { patientId } }),
}

/** Where the items of a section are found by those of another one: a right that does not cover these does not cover it. */
const foundBy: { readonly [Section in RecordSection]?: RecordSection } = {
  evidence: 'consents',
  intake: 'appointments',
  visits: 'appointments',
  guests: 'appointments',
  recordings: 'visits',
  surveys: 'visits',
}

/** The newest page has the thread; older messages are on the pages after it. */
const wholeThread = async (one: Reads['one'], threadId: string): Promise<Schemas['Thread']> => {
  const thread = await one('getThread', { path: { threadId }, query: { limit: pageSize } })
  const messages = [...thread.messages]
  let cursor = thread.nextCursor
  while (cursor !== null) {
    const page = await one('getThread', { path: { threadId }, query: { limit: pageSize, cursor } })
    messages.push(...page.messages)
    cursor = page.nextCursor
  }
  return { ...thread, messages, nextCursor: null }
}

/** Everything that this person may read of the patient, by the operations that show it. The bytes of the files are in memory afterwards. */
export const gatherRecord = async (
  read: CallerReads,
  context: ReadContext,
  patientId: string,
): Promise<PatientRecord> => {
  const reads = readsOf(read, context)
  const soFar: SoFar = {}
  const outsideRight: RecordSection[] = []
  const readInto = async <Section extends RecordSection>(section: Section): Promise<void> => {
    soFar[section] = (await readers[section](reads, patientId, soFar)) as SoFar[Section]
  }
  for (const section of recordSections) {
    const source = foundBy[section]
    const isCovered =
      (source === undefined || !outsideRight.includes(source)) && (await ifCovered(() => readInto(section)))
    if (!isCovered) outsideRight.push(section)
  }
  const questionnaires = new Map<string, Schemas['Questionnaire']>()
  for (const { questionnaireCode, questionnaireVersion: version } of soFar.intake ?? []) {
    const key = questionnaireKey(questionnaireCode, version)
    if (questionnaires.has(key)) continue
    const found = await reads.find('getQuestionnaire', { path: { questionnaireCode }, query: { version } })
    if (found) questionnaires.set(key, found)
  }
  const sections = Object.fromEntries(recordSections.map((section) => [section, soFar[section] ?? []]))
  return {
    patientId,
    sections: sections as unknown as PatientRecord['sections'],
    outsideRight,
    files: await gatherFiles(reads, patientId, soFar),
    questionnaires,
  }
}
