import type { Pharmacy } from '../provider.ts'

const kinds = ['new', 'renewal', 'change', 'cancel'] as const

type Entry = Readonly<Record<string, unknown>>
const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null

const text = (entry: Entry, name: string, longest = 120): string | null => {
  const value = entry[name]
  return typeof value === 'string' && value !== '' && value.length <= longest ? value : null
}

/** Reads one entry of the network's directory; null if this server cannot show it or send to it. */
export const readPharmacy = (value: unknown): Pharmacy | null => {
  if (!isEntry(value) || !isEntry(value['address'])) return null
  const { address } = value
  const id = text(value, 'ncpdpId', 64)
  const [npi, name, phone] = [text(value, 'npi', 10), text(value, 'name'), text(value, 'phone', 32)]
  const [line1, city, state, postalCode] = [
    text(address, 'line1'),
    text(address, 'city'),
    text(address, 'state', 2),
    text(address, 'postalCode', 10),
  ]
  const accepts = Array.isArray(value['accepts']) ? value['accepts'] : []
  if (!id || !/^[A-Za-z0-9_-]+$/.test(id) || !npi || !name || !line1 || !city || !state || !postalCode) return null
  if (!phone || !/^[0-9+() .-]{3,}$/.test(phone) || !/^[A-Z]{2}$/.test(state)) return null
  return {
    id,
    npi,
    name,
    phone,
    address: { line1, city, state, postalCode },
    accepts: kinds.filter((kind) => accepts.includes(kind)),
  }
}
