/** One pharmacy of the directory. All are fictional, with unassigned ids and NPIs. */
export interface FictionalPharmacy {
  readonly ncpdpId: string
  readonly npi: string
  readonly name: string
  readonly address: {
    readonly line1: string
    readonly city: string
    readonly state: string
    readonly postalCode: string
  }
  readonly phone: string
  readonly accepts: readonly ('new' | 'renewal' | 'change' | 'cancel')[]
}

const everything = ['new', 'renewal', 'change', 'cancel'] as const
const pharmacy = (
  ncpdpId: string,
  npi: string,
  name: string,
  [line1, city, state, postalCode]: [string, string, string, string],
  accepts: FictionalPharmacy['accepts'] = everything,
): FictionalPharmacy => ({
  ncpdpId,
  npi,
  name,
  address: { line1, city, state, postalCode },
  phone: `555-01${ncpdpId.slice(-2)}`,
  accepts,
})

export const fictionalPharmacies: readonly FictionalPharmacy[] = [
  pharmacy('9900001', '1990000018', 'Example Street Pharmacy', ['20 Example Street', 'Exampleville', 'OH', '43004']),
  pharmacy('9900002', '1990000026', 'Lakeside Sample Drugs', ['4 Lake Road', 'Exampleville', 'OH', '43004']),
  pharmacy('9900003', '1990000034', 'Old Mill Apothecary (sample)', ['1 Mill Lane', 'Sampleton', 'OH', '43011']),
  pharmacy('9900004', '1990000042', 'Corner Chemist (sample)', ['77 Corner Street', 'Sampleton', 'OH', '43011']),
  pharmacy('9900005', '1990000059', 'Sleepy Hollow Pharmacy (sample)', [
    '9 Quiet Way',
    'Placeholder Falls',
    'OH',
    '44001',
  ]),
  pharmacy('9900006', '1990000067', 'Farmacia Ejemplo', ['12 Calle Muestra', 'Testburg', 'TX', '75001']),
  pharmacy(
    '9900007',
    '1990000075',
    'Paper Only Pharmacy (sample)',
    ['3 Paper Street', 'Testburg', 'TX', '75001'],
    ['new'],
  ),
  pharmacy('9900008', '1990000083', 'Desert Sample Pharmacy', ['5 Cactus Drive', 'Dryfield', 'AZ', '85001']),
]

/** Every word of `search` is the beginning of a word of the name, town or postal code. */
export const findPharmacies = (
  all: readonly FictionalPharmacy[],
  search: string,
  state: string | null,
  limit: number,
): FictionalPharmacy[] => {
  const wanted = wordsOf(search)
  return all
    .filter((each) => state === null || each.address.state === state)
    .filter((each) => {
      const words = wordsOf(`${each.name} ${each.address.city} ${each.address.postalCode}`)
      return wanted.every((word) => words.some((other) => other.startsWith(word)))
    })
    .slice(0, limit)
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
