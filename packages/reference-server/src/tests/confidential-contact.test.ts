import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import type { KnownPatient } from '../domains/directory/provides.ts'
import type { Patient } from '../domains/directory/model/patient.ts'
import type { PdfDocument } from '../platform/documents/pdf-document.ts'
import { withFollowUpVerbs, type FollowUpHospital } from '../domains/follow-up/tests/ward.testing.ts'
import { checkInBody } from '../domains/visits/tests/hospital.testing.ts'
import { writeDowntimeHtml } from '../composition/downtime/write-downtime-html.ts'
import { printedText } from '../platform/documents/read-pdf.testing.ts'
import { answered } from '../test-kit/answered.ts'
import { createTestHospital } from '../test-kit/test-hospital.ts'

/** Numbers and addresses in answers of the server, and why each may be there: 45 CFR 164.522(b). A new one is added here, with its reason. */
const shown: Readonly<Record<string, string>> = {
  'HowToCall.phone': 'the only number of a patient for staff',
  'HowToWrite.address': 'the only address of a patient for staff',
  'Patient.phone': 'of the record: for the patient, and for staff only if the patient asked for nothing else',
  'Patient.address': 'of the record: for the patient, and for staff only if the patient asked for nothing else',
  'ContactChoice.callPhone': 'the choice itself',
  'CommunicationPreferences.phone': 'the choice of the patient for texts',
  'Visit.callbackPhone': 'the patient gave it for this visit; absent for staff once it has ended',
  'PatientLocation.line1': 'where the patient is during the visit, for an emergency',
  'Alert.location.line1': 'where help finds the patient, for an emergency',
  'EmergencyContact.phone': 'another person, whom the patient named for an emergency',
  'Address.line1': 'within one of the others',
  'Proxy.phone': 'another person',
  'CreatedProxy.phone': 'another person',
  'CorrectionRecipient.address': 'another person or company',
  'DisclosureRecipient.address': 'another person or company',
  'AccessReportRow.address': 'of a network, from which the server was called',
  'OrganizationContact.phone': 'the clinic',
  'OrganizationContact.address': 'the clinic',
  'Pharmacy.phone': 'a pharmacy',
  'Pharmacy.address': 'a pharmacy',
  'Pharmacy.address.line1': 'a pharmacy',
}

/** The files that read a number or an address of the record, and why: partners know the person by it. */
const readOfRecord: Readonly<Record<string, string>> = {
  'billing/claims/model/claim-sources.ts': 'the type',
  'billing/claims/model/insured-of.ts': 'the payer compares it with the insured person',
  'billing/ports.ts': 'the type',
  'directory/provides.ts': 'the only place that makes it',
  'follow-up/ports.ts': 'the type',
  'follow-up/presenters/present-alert.ts': 'where help finds the patient, for an emergency',
  'labs/model/billing-of-order.ts': 'the laboratory bills the insured person',
  'labs/model/to-laboratory-order.ts': 'the laboratory compares it with the specimen',
  'labs/ports.ts': 'the type',
  'prescriptions/kernel/model/compose-script.ts': 'a prescription has the address of the patient: 21 CFR 1306.05(a)',
  'prescriptions/ports.ts': 'the type',
}

interface Schema {
  readonly $ref?: string
  readonly format?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
}
const contract = JSON.parse(
  readFileSync(new URL('../../../contract/generated/openapi.json', import.meta.url), 'utf8'),
) as {
  readonly paths: Record<
    string,
    Record<string, { operationId: string; responses: Record<string, { content?: Record<string, { schema: Schema }> }> }>
  >
  readonly components: { readonly schemas: Record<string, Schema> }
}
const named = ({ $ref = '' }: Schema): string => $ref.split('/').at(-1) ?? ''
const innerOf = (schema: Schema): Schema[] => [...(schema.allOf ?? []), ...(schema.anyOf ?? [])]
const isPhone = (schema: Schema): boolean =>
  schema.format === 'phone' ||
  (schema.$ref !== undefined && isPhone(contract.components.schemas[named(schema)] ?? {})) ||
  innerOf(schema).some(isPhone)

/** Each telephone number and address in any answer, by the schema that has it. */
const numbersAndAddresses = (): string[] => {
  const found = new Set<string>()
  const seen = new Set<string>()
  const walk = (schema: Schema, name: string): void => {
    if (schema.$ref !== undefined) {
      if (seen.has(schema.$ref)) return
      seen.add(schema.$ref)
      return walk(contract.components.schemas[named(schema)] ?? {}, named(schema))
    }
    for (const inner of innerOf(schema)) walk(inner, name)
    if (schema.items) walk(schema.items, name)
    for (const [property, value] of Object.entries(schema.properties ?? {})) {
      if (isPhone(value) || ['phone', 'address', 'telephone', 'line1'].includes(property))
        found.add(`${name}.${property}`)
      walk(value, value.properties ? `${name}.${property}` : name)
    }
  }
  for (const { operationId, responses } of Object.values(contract.paths).flatMap((path) => Object.values(path)))
    for (const [status, { content = {} }] of Object.entries(responses ?? {}))
      if (status.startsWith('2')) for (const { schema } of Object.values(content)) walk(schema, operationId)
  return [...found].toSorted()
}

const domains = new URL('../domains/', import.meta.url)

describe('a number or an address of a patient', () => {
  it('is in an answer only where a reason permits it', () => {
    expect(numbersAndAddresses()).toEqual(Object.keys(shown).toSorted())
  })

  it('of the record is read only for those who know the person by it', () => {
    const readers = readdirSync(domains, { recursive: true, encoding: 'utf8' }).filter(
      (path) =>
        path.endsWith('.ts') &&
        !/\.test\.ts$|\.testing\.ts$/.test(path) &&
        /\bofRecord\b/.test(readFileSync(new URL(path, domains), 'utf8')),
    )
    expect(readers.toSorted()).toEqual(Object.keys(readOfRecord).toSorted())
  })
})

/** A domain that asks the directory for a patient's number does not compile: `npm run check` fails if it does. */
// @ts-expect-error -- a number is read from `call`, or from `ofRecord` with a reason
export const asksForANumber = (patient: KnownPatient): { readonly phone?: string } => patient
// @ts-expect-error -- a record as kept is no answer: it has no `call` and no `letters`
export const answersTheRecord = (patient: Patient): components['schemas']['Patient'] => patient
// @ts-expect-error -- a document says to whom it is written
export const lettersToNoOne: PdfDocument = {
  language: 'en',
  title: '',
  organization: { name: '' },
  createdAt: new Date(0),
  pageLabel: '',
  blocks: [],
}

const recorded = { phone: '+16145550111', address: { line1: '1 Record Street', city: 'Columbus', state: 'OH' } }
const chosen = {
  ...{ calls: 'only', callPhone: '+16145550199', leaveMessage: false, addressAs: 'Alex Chosen' },
  ...{ letters: 'only', letterAddress: { line1: '9 Chosen Road', city: 'Dayton', state: 'OH', postalCode: '45402' } },
} as const
const call = { rule: 'only', phone: '+16145550199', leaveMessage: false, addressAs: 'Alex Chosen' }

describe('each screen and letter of a patient who chose another number, address and name', () => {
  let ward: FollowUpHospital
  beforeAll(async () => {
    ward = await withFollowUpVerbs(await createTestHospital({ engine: 'postgres' }))
  })
  afterAll(() => ward.stop())

  const patientWho = async (choice: object = chosen): Promise<string> => {
    const id = await ward.addPatient(recorded)
    const self = await ward.asPatient(id)
    await answered(self.put(`/v1/patients/${id}/contact-choice`, { ...choice, version: 1 }), 200)
    await ward.settle()
    return id
  }
  const swelling = [{ linkId: 'swelling-breath', values: [{ boolean: true }] }]
  const alarmed = async (patientId: string) => {
    const appointment = await ward.book(patientId, 'dermatology-visit')
    const patient = await ward.asPatient(patientId)
    await answered(
      patient.put(`/v1/appointments/${appointment.id}/intake/skin-check`, { answers: swelling, version: 0 }),
      200,
    )
    await ward.settle()
    return appointment
  }
  const alertOf = async (patientId: string) =>
    (await answered((await ward.as('front-desk')).get(`/v1/alerts?patientId=${patientId}`), 200)).items[0]

  it('an alert has only that number, but shows help where the patient lives', async () => {
    const patientId = await patientWho()
    await alarmed(patientId)
    const alert = await alertOf(patientId)
    expect(alert.call).toEqual(call)
    expect(alert.location.line1).toBe('1 Record Street')
    expect(JSON.stringify(alert)).not.toContain(recorded.phone)
  })

  it('an alert of a patient who wants no calls has no number', async () => {
    const patientId = await patientWho({ calls: 'none', letters: 'none' })
    await alarmed(patientId)
    expect((await alertOf(patientId)).call).toEqual({ rule: 'none' })
  })

  it('during a visit staff have the number that the patient gave for it, and after it the chosen one again', async () => {
    const patientId = await patientWho()
    const appointment = await alarmed(patientId)
    const patient = await ward.asPatient(patientId)
    const complete = [
      ...swelling,
      { linkId: 'kind', values: [{ code: 'rash' }] },
      { linkId: 'where', values: [{ code: 'face' }] },
    ]
    await answered(
      patient.post(`/v1/appointments/${appointment.id}/intake/skin-check/submit`, { answers: complete, version: 1 }),
      200,
    )
    ward.moveTo(appointment.checkInFrom)
    const visit = await ward.checkIn(appointment)
    const { callbackPhone } = checkInBody()
    const doctor = await ward.asDoctor()
    expect((await alertOf(patientId)).call).toEqual({ rule: 'visit', phone: callbackPhone, addressAs: 'Alex Chosen' })
    expect((await doctor.get(`/v1/visits/${visit.id}`)).body.callbackPhone).toBe(callbackPhone)
    await answered(doctor.post(`/v1/visits/${visit.id}/admit`), 200)
    await answered(doctor.post(`/v1/visits/${visit.id}/end`, { outcome: 'completed' }), 200)
    await ward.settle()
    expect((await alertOf(patientId)).call).toEqual(call)
    expect((await doctor.get(`/v1/visits/${visit.id}`)).body).not.toHaveProperty('callbackPhone')
    expect((await (await ward.asPatient(patientId)).get(`/v1/visits/${visit.id}`)).body.callbackPhone).toBe(
      callbackPhone,
    )
  })

  it('the list for a time without the system has only that number, on paper with its words', async () => {
    const patientId = await patientWho()
    await ward.book(patientId, 'primary-care-follow-up', 60)
    const list = await answered((await ward.as('front-desk')).get('/v1/downtime-list'), 200)
    const visit = list.days
      .flatMap((day: { visits: object[] }) => day.visits)
      .find((each: { patientId: string }) => each.patientId === patientId)
    expect(visit.call).toEqual(call)
    const page = writeDowntimeHtml(list)
    expect(page).toContain('+16145550199. Call only this number. Leave no message. Ask for Alex Chosen.')
    expect(page).not.toContain(recorded.phone)
  })

  it('every letter is written to the chosen name and address', async () => {
    const patientId = await patientWho()
    const visitId = await ward.visited(patientId)
    await ward.sign(visitId)
    const patient = await ward.asPatient(patientId)
    const letters = [
      `/v1/accounts/${patientId}/statement/pdf`,
      `/v1/visits/${visitId}/summary/pdf`,
      `/v1/disclosure-accounting/pdf?patientId=${patientId}`,
    ]
    for (const path of letters) {
      const text = await printedText(patient.fetch(path))
      expect(text, path).toMatch(/Alex Chosen\s*9 Chosen Road\s*Dayton, OH 45402/)
      for (const part of ['Record Street', recorded.phone]) expect(text, path).not.toContain(part)
    }
  })

  it('a letter of a patient who wants none by mail has a name and no address', async () => {
    const patientId = await patientWho({ calls: 'recorded', letters: 'none' })
    const visitId = await ward.visited(patientId)
    await ward.sign(visitId)
    const text = await printedText((await ward.asPatient(patientId)).fetch(`/v1/visits/${visitId}/summary/pdf`))
    expect(text).not.toMatch(/Record Street|Columbus/)
  })
})
