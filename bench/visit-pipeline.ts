import { operations } from '@visitkit/contract/operations'
import { HttpConnection, requestBytes } from './http-client.ts'
import type { HospitalPerson } from './servers/hospital-people.ts'

export interface VisitResult {
  /** Of each request. */
  readonly milliseconds: readonly number[]
  /** What the contract says must now stand in the ledger, by operation. */
  readonly auditRows: Readonly<Record<string, number>>
}

export interface VisitorParts {
  readonly url: string
  readonly visitTypeId: string
  readonly patient: HospitalPerson
  readonly practitioner: HospitalPerson
}

type OperationId = keyof typeof operations
// oxlint-disable-next-line typescript/no-explicit-any -- answers of many operations, looked into a property or two
type Json = any

/** One visit from the search for a time to its end, as two people's pages would ask for it. */
export const createVisitor =
  ({ url, visitTypeId, patient, practitioner }: VisitorParts) =>
  async (): Promise<VisitResult> => {
    const milliseconds: number[] = []
    const auditRows: Record<string, number> = {}
    // Opened with the first request: a server closes a connection on which nothing comes.
    const pages = new Map<HospitalPerson, HttpConnection>()
    const pageOf = async (who: HospitalPerson): Promise<HttpConnection> => {
      const page = pages.get(who) ?? (await HttpConnection.open(url))
      pages.set(who, page)
      return page
    }
    const ask = async (
      who: HospitalPerson,
      id: OperationId,
      parameters: Record<string, string> = {},
      body?: unknown,
      query = '',
    ): Promise<Json> => {
      const { method, path, success, idempotent } = operations[id] as {
        method: string
        path: string
        success: number
        idempotent: boolean
      }
      const request = requestBytes({
        method: method.toUpperCase(),
        path: `${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? '')}${query}`,
        token: who.token,
        body,
        headers: idempotent ? { 'Idempotency-Key': crypto.randomUUID() } : {},
      })
      const page = await pageOf(who)
      const begun = performance.now()
      const answer = await page.send(request)
      milliseconds.push(performance.now() - begun)
      const parsed = answer.body.length === 0 ? undefined : (JSON.parse(answer.body.toString()) as Json)
      if (answer.status !== success)
        throw new Error(
          `${id} was answered with ${answer.status} ${parsed?.code ?? ''} ${JSON.stringify(parsed?.errors ?? '')}`,
        )
      auditRows[id] = (auditRows[id] ?? 0) + predictedRows(id, parsed)
      await think()
      return parsed
    }
    try {
      const patientId = patient.id
      const from = new Date(Date.now() - 60_000).toISOString()
      const to = new Date(Date.now() + 29 * 60_000).toISOString()
      const query = new URLSearchParams({ visitTypeId, from, to, practitionerId: practitioner.id, patientId })
      const { items: slots } = await ask(patient, 'searchSlots', {}, undefined, `?${query}`)
      const hold = await ask(
        patient,
        'holdSlot',
        {},
        { visitTypeId, start: slots[0].start, practitionerId: practitioner.id, patientId },
      )
      const { id: appointmentId } = await ask(
        patient,
        'bookAppointment',
        {},
        { holdId: hold.id, patientId, reason: 'A cough for three days.' },
      )
      await giveConsent(ask, patient)
      const forms = await ask(patient, 'listIntake', { appointmentId })
      const questionnaireCode = forms.items[0].questionnaireCode
      const draft = await ask(
        patient,
        'saveIntake',
        { appointmentId, questionnaireCode },
        { answers: answers.slice(0, 1), version: 0 },
      )
      await ask(patient, 'submitIntake', { appointmentId, questionnaireCode }, { answers, version: draft.version })
      const { id: visitId } = await ask(patient, 'checkIn', { appointmentId }, checkIn)
      await ask(
        patient,
        'recordDeviceCheck',
        { visitId },
        { camera: 'ok', microphone: 'ok', speaker: 'ok', connection: 'good', supported: true },
      )
      await ask(patient, 'getQueuePlace', { visitId })
      await ask(practitioner, 'getQueue', { practitionerId: practitioner.id })
      await ask(practitioner, 'getPatient', { patientId })
      await ask(practitioner, 'listIntake', { appointmentId })
      await ask(practitioner, 'admitPatient', { visitId })
      await ask(patient, 'getQueuePlace', { visitId })
      await ask(patient, 'takeSeat', { visitId })
      await ask(practitioner, 'takeSeat', { visitId })
      await ask(patient, 'getVisit', { visitId })
      await ask(practitioner, 'getVisit', { visitId })
      const ended = await ask(practitioner, 'endVisit', { visitId }, { outcome: 'completed' })
      if (ended.status !== 'ended') throw new Error(`the visit is ${ended.status}`)
    } finally {
      for (const page of pages.values()) page.close()
    }
    return { milliseconds, auditRows }
  }

type Ask = (
  who: HospitalPerson,
  id: OperationId,
  parameters?: Record<string, string>,
  body?: unknown,
  query?: string,
) => Promise<Json>

const giveConsent = async (ask: Ask, patient: HospitalPerson): Promise<void> => {
  const { items } = await ask(
    patient,
    'listConsentRequirements',
    { patientId: patient.id },
    undefined,
    '?purposes=telehealth-treatment',
  )
  const { document } = items[0]
  await ask(
    patient,
    'decideConsent',
    { patientId: patient.id },
    {
      documentId: document.id,
      version: document.version,
      language: document.language,
      decision: 'granted',
      signature: { kind: 'typed', name: 'Pat Sample' },
      contentHash: document.contentHash,
      sectionsSeen: document.sections.map(({ id }: { id: string }) => id),
      zone: 'America/New_York',
    },
  )
}

const checkIn = {
  location: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', kind: 'home' },
  callbackPhone: '555 0142',
  emergencyContact: { name: 'Robin Sample', phone: '555 0143' },
}
const answers = [
  { linkId: 'complaint', values: [{ text: 'A cough for three days, worse at night.' }] },
  { linkId: 'danger', values: [{ code: 'none' }] },
  { linkId: 'pain', values: [{ integer: 2 }] },
  { linkId: 'worse', values: [{ boolean: false }] },
]

/** People read before they press; shortened, so that a visit takes seconds. Milliseconds. */
const think = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 200))

/** The contract's rule, followed by hand: a row for each patient in the answer, or one without; reads without patients write none. */
const predictedRows = (id: OperationId, answer: Json): number => {
  const { audit } = operations[id] as {
    audit: { action: string; patients?: readonly string[]; optional?: boolean; unrecorded?: string }
  }
  if (audit.unrecorded !== undefined) return 0
  if (audit.patients === undefined) return audit.action === 'read' || audit.action === 'search' ? 0 : 1
  const found = new Set<string>()
  for (const pointer of audit.patients)
    for (const value of valuesAt(answer, pointer.split('/').slice(1))) found.add(String(value))
  return found.size > 0 ? found.size : audit.optional ? 0 : 1
}

const valuesAt = (value: Json, path: readonly string[]): unknown[] => {
  const [step, ...rest] = path
  if (value === undefined || value === null) return []
  if (step === undefined) return [value]
  if (step === '*') return (value as Json[]).flatMap((each) => valuesAt(each, rest))
  return valuesAt(value[step], rest)
}
