import type { Body, NoEmergencyContactReason, Patient, Visit } from '@visitkit/sdk'
import type { Problem } from '../core/problem.ts'

/** The fields of the form, exactly as typed. */
export interface CheckInFields {
  kind: 'home' | 'other' | ''
  line1: string
  line2: string
  city: string
  state: string
  postalCode: string
  callbackPhone: string
  contactName: string
  contactPhone: string
  noContact: NoEmergencyContactReason | ''
}
export type CheckInField = keyof CheckInFields
export type FieldFault = 'required' | 'phoneWrong' | 'contactBoth' | 'contactMissing' | 'faulty'
export type FieldFaults = Partial<Record<CheckInField, FieldFault>>

/** Starts with the address on file, because most people are at home, and with the number at which the person wants to be called. */
export const prefilled = (patient: Pick<Patient, 'address' | 'call' | 'state'> | null): CheckInFields => ({
  kind: patient?.address ? 'home' : '',
  line1: patient?.address?.line1 ?? '',
  line2: patient?.address?.line2 ?? '',
  city: patient?.address?.city ?? '',
  state: patient?.address?.state ?? patient?.state ?? '',
  postalCode: patient?.address?.postalCode ?? '',
  callbackPhone: patient?.call.phone ?? '',
  contactName: '',
  contactPhone: '',
  noContact: '',
})

/** Starts with what was reported at the check-in. */
export const reported = ({
  location,
  callbackPhone,
  emergencyContact,
  noEmergencyContact,
}: Pick<Visit, 'location' | 'callbackPhone' | 'emergencyContact' | 'noEmergencyContact'>): CheckInFields => ({
  ...prefilled(location ? { address: location, state: location.state, call: { rule: 'recorded' } } : null),
  kind: location?.kind ?? '',
  callbackPhone: callbackPhone ?? '',
  contactName: emergencyContact?.name ?? '',
  contactPhone: emergencyContact?.phone ?? '',
  noContact: noEmergencyContact ?? '',
})

/** In the order of the form. */
const order: readonly CheckInField[] = [
  'kind',
  'line1',
  'line2',
  'city',
  'state',
  'postalCode',
  'callbackPhone',
  'contactName',
  'contactPhone',
  'noContact',
]

/** The first faulty field, from the top of the form. */
export const firstFault = (faults: FieldFaults): CheckInField | undefined => order.find((name) => faults[name])

const address = ['line1', 'line2', 'city', 'state', 'postalCode'] as const

/**
 * A patient who is not at home is not at the address on file. It is removed, so that help is not sent there by mistake, and restored when
 * they choose home again. Typed text is kept.
 */
export const withKind = (fields: CheckInFields, kind: 'home' | 'other', home: CheckInFields | null): CheckInFields => {
  const filled = (from: Partial<CheckInFields>): CheckInFields => ({
    ...fields,
    kind,
    ...Object.fromEntries(address.map((name) => [name, from[name] ?? ''])),
  })
  if (kind === 'other' && home && address.every((name) => fields[name] === home[name])) return filled({})
  if (kind === 'home' && home && address.every((name) => fields[name].trim() === '')) return filled(home)
  return { ...fields, kind }
}

const required: readonly CheckInField[] = ['kind', 'line1', 'city', 'state', 'callbackPhone']
const phone = /^[0-9+() .-]{3,32}$/

/** Whether a person to call is named, at least in part. */
export const namesContact = ({ contactName, contactPhone }: CheckInFields): boolean =>
  (contactName + contactPhone).trim() !== ''

/** Faults to correct before a request to the server. */
export const validateCheckIn = (fields: CheckInFields): FieldFaults => ({
  ...validatePlace(fields),
  ...(!namesContact(fields) && fields.noContact === '' && { noContact: 'contactMissing' }),
})

/** Of a patient who may be unable to say whom to call. */
export const validatePlace = (fields: CheckInFields): FieldFaults => {
  const faults: FieldFaults = {}
  for (const name of required) if (fields[name].trim() === '') faults[name] = 'required'
  if (!faults.callbackPhone && !phone.test(fields.callbackPhone.trim())) faults.callbackPhone = 'phoneWrong'
  if ((fields.contactName.trim() === '') !== (fields.contactPhone.trim() === '')) {
    faults[fields.contactName.trim() === '' ? 'contactName' : 'contactPhone'] = 'contactBoth'
  } else if (fields.contactPhone.trim() !== '' && !phone.test(fields.contactPhone.trim()))
    faults.contactPhone = 'phoneWrong'
  return faults
}

const byPointer: Readonly<Record<string, CheckInField>> = {
  '/location/kind': 'kind',
  '/location/line1': 'line1',
  '/location/line2': 'line2',
  '/location/city': 'city',
  '/location/state': 'state',
  '/location/postalCode': 'postalCode',
  '/callbackPhone': 'callbackPhone',
  '/emergencyContact': 'noContact',
  '/emergencyContact/name': 'contactName',
  '/emergencyContact/phone': 'contactPhone',
}

/** The server's faulty properties, as fields of the form. A missing license of the clinician belongs to the state field. */
export const faultsFromProblem = (problem: Problem | undefined): FieldFaults => ({
  ...(problem?.code === 'not_licensed' && { state: 'faulty' }),
  ...Object.fromEntries(
    (problem?.errors ?? []).flatMap(({ pointer }) => (byPointer[pointer] ? [[byPointer[pointer], 'faulty']] : [])),
  ),
})

/** The body of a check-in. Call it only when there are no faults. */
export const checkInBody = (fields: CheckInFields): Body<'checkIn'> => {
  const optional = <K extends string>(key: K, value: string): { [P in K]?: string } =>
    (value.trim() ? { [key]: value.trim() } : {}) as { [P in K]?: string }
  return {
    location: {
      kind: fields.kind === 'home' ? 'home' : 'other',
      line1: fields.line1.trim(),
      ...optional('line2', fields.line2),
      city: fields.city.trim(),
      state: fields.state,
      ...optional('postalCode', fields.postalCode),
    },
    callbackPhone: fields.callbackPhone.trim(),
    ...(fields.contactName.trim()
      ? { emergencyContact: { name: fields.contactName.trim(), phone: fields.contactPhone.trim() } }
      : fields.noContact && { noEmergencyContact: fields.noContact }),
  }
}
