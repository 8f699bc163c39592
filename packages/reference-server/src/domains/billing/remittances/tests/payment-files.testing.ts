import { writePayment } from '../../../../tests/hold-reasons/write-payment.testing.ts'
import type { Remittance } from '../../../../vendors/clearinghouse/remittance.ts'

/** One payment of a file, and how its transaction set is changed. */
export interface PlacedPayment {
  readonly payment: Remittance
  readonly change: (set: string) => string
}
/** `announced`: how many sets its trailer says that it has more than there are. */
interface PlacedGroup {
  readonly payments: readonly PlacedPayment[]
  readonly announced: number
}

const wrapped = /^(ISA[^~]*~\s*)(GS[^~]*~\s*)(ST[^]*SE[^~]*~\s*)GE\*1(\*[^~]*~\s*)IEA\*1(\*[^~]*~\s*)$/

/** An interchange with several 835 in one or more groups. */
export const writePaymentFile = (groups: readonly PlacedGroup[]): string => {
  let number = 0
  const parts = groups.map(({ payments, announced }) => {
    const sets = payments.map(({ payment, change }) => {
      number += 1
      const [, header = '', group = '', set = '', groupEnd = '', end = ''] = wrapped.exec(writePayment(payment)) ?? []
      const own = set.replace(/^(ST\*835\*)\d+/, `$1${1000 + number}`).replace(/(SE\*\d+\*)\d+/, `$1${1000 + number}`)
      return { header, group, set: change(own), groupEnd, end }
    })
    const [first] = sets
    if (!first) throw new Error('a group without a payment')
    const all = sets.map(({ set }) => set).join('')
    return { ...first, text: `${first.group}${all}GE*${sets.length + announced}${first.groupEnd}` }
  })
  const [first] = parts
  if (!first) throw new Error('an interchange without a group')
  return `${first.header}${parts.map(({ text }) => text).join('')}IEA*${parts.length}${first.end}`
}
