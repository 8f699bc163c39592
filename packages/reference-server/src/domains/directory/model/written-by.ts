import type { AddressWriter, NoticeAddress, Patient } from './patient.ts'

type Addressed = Pick<Patient, NoticeAddress | 'contact' | 'writtenBy'>

const addresses = {
  email: ({ email }: Addressed) => email,
  phone: ({ phone }: Addressed) => phone,
  callPhone: ({ contact }: Addressed) => contact?.callPhone,
} as const

/** Who wrote each address after this change. Who saves an address that was there has not written it. */
export const writtenBy = (after: Addressed, before: Addressed, writer: AddressWriter): Pick<Patient, 'writtenBy'> => {
  const names = Object.keys(addresses) as (keyof typeof addresses)[]
  const known = names.flatMap((name) => {
    const address = addresses[name](after)
    if (address === undefined) return []
    const by = address === addresses[name](before) ? before.writtenBy?.[name] : writer
    return by === undefined ? [] : [[name, by] as const]
  })
  return { writtenBy: Object.fromEntries(known) }
}

/** Who wrote the addresses that are used for notices: the number is the one at which the patient may be called. */
export const writersOf = ({
  contact,
  writtenBy: by = {},
}: Addressed): Readonly<Partial<Record<NoticeAddress, AddressWriter>>> => {
  const phone = contact?.calls === 'only' ? by.callPhone : by.phone
  return { ...(by.email !== undefined && { email: by.email }), ...(phone !== undefined && { phone }) }
}
