import type { AdjudicatedClaim } from './adjudicate.ts'
import type { Payer } from './payers.ts'
import { removeDelimiters, dollars, formatDate } from './x12.ts'

/** PLB: reason, reference, cents. A positive amount is withheld. */
export type ProviderAdjustment = readonly [reason: string, reference: string, amount: number]

export interface PaymentOrder {
  readonly payer: Payer
  readonly payee: { readonly name: string; readonly npi: string; readonly taxId: string }
  readonly trace: string
  readonly adjudicated: readonly AdjudicatedClaim[]
  readonly adjustments: readonly ProviderAdjustment[]
  readonly at: Date
}

/** Rows of an 835 (005010X221A1). The payment is the sum of the claims less what is withheld, and never negative. */
export const writeRemittance = (order: PaymentOrder): readonly (readonly string[])[] => {
  const today = formatDate(order.at)
  const amount =
    order.adjudicated.reduce((sum, { paid }) => sum + paid, 0) -
    order.adjustments.reduce((sum, [, , withheld]) => sum + withheld, 0)
  if (amount < 0) throw new RangeError('A payment cannot be negative: carry the rest (PLB FB).')
  return [
    [
      'BPR',
      'I',
      dollars(amount),
      'C',
      amount === 0 ? 'NON' : 'ACH',
      ...(amount === 0
        ? Array(11).fill('')
        : ['CCP', '01', '011111111', 'DA', '11111', order.payer.paymentNumber, '', '01', '022222222', 'DA', '22222']),
      today,
    ],
    ['TRN', '1', order.trace, order.payer.paymentNumber],
    ['DTM', '405', today],
    ['N1', 'PR', order.payer.name, 'XV', order.payer.id],
    ['N3', '1 SIMULATION SQUARE'],
    ['N4', 'SPRINGFIELD', 'OH', '45501'],
    ['PER', 'BL', 'PROVIDER LINE', 'TE', '5555550100'],
    ['N1', 'PE', removeDelimiters(order.payee.name), 'XX', order.payee.npi],
    ['REF', 'TJ', order.payee.taxId],
    ...(order.adjudicated.length === 0 ? [] : [['LX', '1']]),
    ...order.adjudicated.flatMap((adjudicated) => claimRows(adjudicated)),
    ...(order.adjustments.length === 0
      ? []
      : [
          [
            'PLB',
            order.payee.npi,
            `${today.slice(0, 4)}1231`,
            ...order.adjustments.flatMap(([reason, reference, withheld]) => [
              `${reason}:${removeDelimiters(reference)}`,
              dollars(withheld),
            ]),
          ],
        ]),
  ]
}

const claimRows = ({
  claim,
  status,
  charge,
  paid,
  patient,
  number,
  lines,
}: AdjudicatedClaim): readonly (readonly string[])[] => {
  const person = claim.patient ?? claim.subscriber
  return [
    [
      'CLP',
      claim.control,
      status,
      dollars(charge),
      dollars(paid),
      status === '22' ? '' : dollars(patient),
      '12',
      number,
      claim.place,
      claim.frequency,
    ],
    [
      'NM1',
      'QC',
      '1',
      removeDelimiters(person.last),
      removeDelimiters(person.first),
      removeDelimiters(person.middle),
      '',
      removeDelimiters(person.suffix),
      'MI',
      removeDelimiters(claim.subscriber.id),
    ],
    [
      'NM1',
      '82',
      '1',
      removeDelimiters(claim.rendering?.last ?? ''),
      removeDelimiters(claim.rendering?.first ?? ''),
      '',
      '',
      '',
      'XX',
      claim.rendering?.id ?? '',
    ],
    ['DTM', '050', claim.lines[0]?.day ?? ''],
    ...lines.flatMap(({ line, paid: ofLine, cas, remarks }) => [
      [
        'SVC',
        ['HC', line.code, ...line.modifiers].join(':'),
        dollars(line.charge),
        dollars(ofLine),
        '',
        String(line.units),
      ],
      ['DTM', '472', line.day],
      ...groups(cas).map(([group, ofGroup]) => [
        'CAS',
        group,
        ...ofGroup.flatMap(([, reason, amount]) => [reason, dollars(amount), '']).slice(0, -1),
      ]),
      ['REF', '6R', removeDelimiters(line.reference)],
      ...(line.charge > 0 && cas.some(([, reason]) => reason === '45')
        ? [
            [
              'AMT',
              'B6',
              dollars(line.charge - cas.reduce((sum, [, reason, amount]) => sum + (reason === '45' ? amount : 0), 0)),
            ],
          ]
        : []),
      ...remarks.map((remark) => ['LQ', 'HE', remark]),
    ]),
  ]
}

/** One CAS for each group, with up to six reasons. */
const groups = (
  cas: AdjudicatedClaim['lines'][number]['cas'],
): readonly (readonly [string, AdjudicatedClaim['lines'][number]['cas']])[] => {
  const names = [...new Set(cas.map(([group]) => group))]
  return names.map((name) => [name, cas.filter(([group]) => group === name)] as const)
}
