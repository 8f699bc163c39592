import { expect, test } from 'vitest'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { testCaller, testRequestContext } from '../../../platform/tests/create-platform.testing.ts'
import { sampleMessage, sampleBodies } from '../../../vendors/pharmacy/script/script.testing.ts'
import { loadPrescribingPolicy } from '../kernel/packs/load-policy.ts'
import { unsent, type Prescription } from '../kernel/model/prescription.ts'
import { receivePharmacyMessage } from '../messages/operations/receive-pharmacy-message.ts'
import { respondToPharmacyRequest } from '../messages/operations/respond-to-pharmacy-request.ts'
import { loadMedications } from '../medications/packs/load-medications.ts'
import { cancelPrescription } from '../prescribing/operations/cancel-prescription.ts'
import { signPrescription } from '../prescribing/operations/sign-prescription.ts'
import { directions } from './practice.testing.ts'

const context = testRequestContext(testCaller())
const request = { query: {} as never, headers: {}, rawBody: new Uint8Array([1]) }
const [policy, { set }] = await Promise.all([loadPrescribingPolicy(), loadMedications()])
const prescribable = set.find('314076')
if (prescribable === null) throw new Error('lisinopril is not in the set')
const practitionerId = newId()
const draft: Prescription = {
  ...unsent,
  id: newId(),
  patientId: newId(),
  visitId: null,
  continuedVisitId: null,
  practitionerId,
  status: 'draft',
  pharmacyId: '9900001',
  quantity: 30,
  daysSupply: 30,
  refills: 2,
  substitutionAllowed: true,
  follows: null,
  createdAt: context.now,
  version: 1,
  content: {
    medication: prescribable.medication,
    termType: prescribable.termType,
    directions,
    directionsText: [{ language: 'en', text: 'Take 1 tablet by mouth once a day.' }],
    pharmacy: {
      id: '9900001',
      npi: '1234567893',
      name: 'Example Pharmacy',
      address: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', postalCode: '43004' },
      phone: '614-555-0100',
      accepts: ['new', 'cancel', 'renewal', 'change'],
    } as never,
    alerts: [],
    acknowledgments: [],
  },
}
const checked = { controlled: null, isDiagnosisInForce: true, alerts: [] }
const gathered = {
  parties: {
    patient: {
      name: { given: 'Pat', family: 'Sample' },
      birthDate: '1984-06-15',
      state: 'OH',
      call: { rule: 'recorded' },
      ofRecord: {},
    },
    practitioner: { displayName: 'Dr. Casey Example', npi: '1234567893', licenses: [], zone: 'America/New_York' },
    practice: { name: 'Lakeside Sample Clinic', contact: { phone: '614-555-0101' } },
    visit: null,
    state: 'OH',
    isLicensed: true,
  } as never,
  practitioners: new Map([[practitionerId, { id: practitionerId } as never]]),
  policy,
}
type Tables = { readonly writes?: readonly { readonly statement: { readonly kind: string; readonly table: string } }[] }
const writesOf = (change: Tables | undefined) =>
  change?.writes?.map(({ statement: { kind, table } }) => `${kind} ${table.replace('prescriptions.', '')}`)

const sign = (version = 1) =>
  signPrescription.decide?.(
    { ...request, path: { prescriptionId: draft.id }, body: { version } },
    { ...gathered, prescription: draft, place: { continuedVisitId: null }, listVersion: 3, checked, practitionerId },
    context,
  )

test('a signature is stored with its message, and not if something else was signed since the check', () => {
  const change = sign()
  expect(writesOf(change)).toEqual([
    'update prescriptions',
    'insert history',
    'insert outgoing',
    'insert usual_medications',
    'insert list_versions',
  ])
  expect(change?.writes?.at(-1)?.values).toEqual([draft.patientId, 4])
  const [sent] = change?.transmissions ?? []
  expect(sent).toMatchObject({ subjectId: draft.id, payload: { about: 'new', body: { type: 'NewRx' } } })
  expect(change?.events).toMatchObject([{ type: 'prescriptions.prescription-signed', data: { status: 'sending' } }])
  expect(() => change?.otherwise?.()).toThrow(expect.objectContaining({ code: 'medications_changed' }))
  expect(() => sign(2)).toThrow(expect.objectContaining({ code: 'version_conflict' }))
})

test('a cancellation withdraws what was not sent yet, and otherwise requests it from the pharmacy', () => {
  const cancel = (before: Partial<Prescription>) =>
    cancelPrescription.decide?.(
      { ...request, path: { prescriptionId: draft.id }, body: { reason: 'error' as never } },
      { ...gathered, before: { ...draft, sentAs: newId(), signedAt: context.now, ...before }, history: [] },
      context,
    )
  const withdrawn = cancel({ status: 'sending' })
  expect(writesOf(withdrawn)).toEqual(['update prescriptions', 'insert history', 'update transmissions'])
  expect([withdrawn?.answer.body.status, withdrawn?.transmissions]).toEqual(['cancelled', undefined])
  for (const requested of [withdrawn?.otherwise?.(), cancel({ status: 'accepted' })]) {
    expect(requested?.answer.body.status).toBe('cancel-requested')
    expect(requested?.transmissions).toMatchObject([{ payload: { about: 'cancel', body: { type: 'CancelRx' } } }])
  }
  expect(() => cancel({ status: 'refused' })).toThrow(expect.objectContaining({ code: 'not_cancellable' }))
})

test('a request that has a response gets no other', () => {
  const answered = { status: 'denied' } as never
  expect(() =>
    respondToPharmacyRequest.decide?.(
      { ...request, path: { requestId: newId() }, body: { decision: 'denied' } },
      {
        ...gathered,
        ...{ request: answered, earlier: draft, listVersion: 0, prescribable, practitionerId },
        patients: new Map(),
        checked,
      },
      context,
    ),
  ).toThrow(expect.objectContaining({ code: 'already_answered' }))
})

test('a message is stored once, and another one under its id is kept for a person', () => {
  const read = sampleMessage(sampleBodies.Verify)
  const { messageId } = read.header
  const network = { vendor: 'network', accountId: 'us', sign: () => ({ headers: {}, body: new Uint8Array() }) } as never
  const receive = (storedFingerprint: string | null) =>
    receivePharmacyMessage.decide?.(
      { ...request, path: { organizationId: newId() }, body: undefined as never },
      {
        network,
        read,
        message: {
          ...{ sender: 'P:1', messageId, fingerprint: 'b'.repeat(64), type: 'Verify', storedFingerprint },
          reference: { prescriptionId: draft.id, patientId: draft.patientId, about: 'new' },
          fault: null,
        },
      },
      context,
    )
  const first = receive(null)
  expect([writesOf(first), first?.events?.map(({ type }) => type), first?.otherwise]).toEqual([
    ['insert messages'],
    ['prescriptions.pharmacy-message-received'],
    undefined,
  ])
  const repeat = receive('b'.repeat(64))
  expect([writesOf(repeat), repeat?.answer.status]).toEqual([undefined, 200])
  const reused = receive('a'.repeat(64))
  expect(reused?.writes?.[0]?.values).toContain(`${messageId}#${'b'.repeat(12)}`)
  expect(reused?.events).toMatchObject([{ data: { fault: 'id-reused' } }])
  expect(writesOf(reused?.otherwise?.())).toBeUndefined()
})
