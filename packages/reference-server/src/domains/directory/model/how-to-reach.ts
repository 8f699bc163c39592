import type { components } from '@visitkit/contract'
import type { Patient } from './patient.ts'

type Schemas = components['schemas']

/** The only number and the only address that staff see, with what the patient asked about them (45 CFR 164.522(b)). */
export interface HowToReach {
  readonly call: Schemas['HowToCall']
  readonly letters: Schemas['HowToWrite']
}

/** Where a patient chose another number or none, the one of the record is nowhere in it. The same for the address. */
export const howToReach = ({
  phone,
  address,
  contact,
  zone,
}: Pick<Patient, 'phone' | 'address' | 'contact' | 'zone'>): HowToReach => {
  const { calls = 'recorded', letters = 'recorded', addressAs } = contact ?? {}
  const name = addressAs === undefined ? {} : { addressAs }
  const only = { recorded: phone, only: contact?.callPhone, none: undefined }[calls]
  const to = { recorded: address, only: contact?.letterAddress, none: undefined }[letters]
  return {
    call: {
      rule: calls,
      ...(only !== undefined && { phone: only }),
      ...(calls === 'only' && { leaveMessage: contact?.leaveMessage ?? false }),
      ...(calls === 'only' && contact?.callHours && { hours: { ...contact.callHours, zone } }),
      ...name,
    },
    letters: { rule: letters, ...(to !== undefined && { address: to }), ...name },
  }
}
