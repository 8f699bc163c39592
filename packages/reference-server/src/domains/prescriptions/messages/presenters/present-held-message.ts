import type { components } from '@visitkit/contract'
import type { ScriptMessage } from '../../../../vendors/pharmacy/script/script-message.ts'
import type { HeldMessage } from '../model/held-message.ts'

type Schemas = components['schemas']

export const presentHeldMessage = (message: HeldMessage): Schemas['HeldPharmacyMessage'] => {
  const { id, kind, reason, sender, prescriptionId, patientId, receivedAt } = message
  const from = senderOf(sender)
  return {
    id,
    receivedAt: receivedAt.toISOString(),
    reason,
    kind,
    ...(from && { sender: from }),
    ...(prescriptionId !== null && { prescriptionId }),
    ...(patientId !== null && { patientId }),
  }
}

const kinds: Readonly<Record<string, NonNullable<Schemas['HeldPharmacyMessage']['sender']>['kind']>> = {
  P: 'pharmacy',
  M: 'network',
}

const senderOf = (sender: string): Schemas['HeldPharmacyMessage']['sender'] => {
  const at = sender.indexOf(':')
  if (at < 0) return undefined
  return { kind: kinds[sender.slice(0, at)] ?? 'other', id: sender.slice(at + 1) }
}

/** What a message says, for the person who compares it. */
export const presentMessageContent = ({
  body,
}: ScriptMessage): Pick<
  Schemas['HeldPharmacyMessageDetail'],
  'patient' | 'medication' | 'pharmacyName' | 'fill' | 'cancellation'
> => ({
  ...('patient' in body && {
    patient: {
      name: [
        body.patient.name.firstName,
        body.patient.name.middleName,
        body.patient.name.lastName,
        body.patient.name.suffix,
      ]
        .filter((part) => part !== undefined)
        .join(' '),
      birthDate: body.patient.birthDate,
    },
    medication: body.medication.description,
    pharmacyName: body.pharmacy.businessName,
  }),
  ...(body.type === 'RxFill' && { fill: body.fill.status }),
  ...(body.type === 'CancelRxResponse' && { cancellation: body.response.outcome }),
})
