import { dollars, format } from '../../../../sandbox/src/clearinghouse/x12.ts'
import type { Remittance, RemittedClaim } from '../../vendors/clearinghouse/remittance.ts'

let envelopes = 810_000_000

interface Envelope {
  readonly usage?: 'P' | 'T'
  readonly to?: string
}

/** An 835 as a clearinghouse sends it, in an envelope of its own. `serviceKind` is SVC01-1. */
export const writePayment = (
  payment: Remittance,
  { usage = 'T', to = 'LAKESIDEHLTH' }: Envelope = {},
  serviceKind = 'HC',
): string => {
  envelopes += 1
  const day = payment.paidOn.replaceAll('-', '')
  const [id] = payment.payerIds
  return format({
    from: 'SIMCLEAR',
    to,
    number: envelopes,
    at: new Date(`${payment.paidOn}T12:00:00Z`),
    functional: 'HP',
    version: '005010X221A1',
    id: '835',
    segments: [
      ['BPR', 'I', dollars(payment.paidCents), 'C', 'CHK', ...Array<string>(11).fill(''), day],
      ['TRN', '1', payment.paymentNumber, payment.payerIdentifier],
      ['N1', 'PR', payment.payerName, ...(id === undefined ? [] : ['XV', id])],
      ['N1', 'PE', 'LAKESIDE HEALTH', 'XX', payment.payeeNpi ?? ''],
      ['REF', 'TJ', payment.payeeTaxId ?? ''],
      ['LX', '1'],
      ...payment.claims.flatMap((claim) => claimRows(claim, serviceKind)),
      ...payment.providerAdjustments.map(({ providerNpi, reason, reference, amountCents }) => [
        'PLB',
        providerNpi,
        '20261231',
        `${reason}:${reference ?? ''}`,
        dollars(amountCents),
      ]),
    ],
  }).replace('*0*T*:', `*0*${usage}*:`)
}

const adjustmentRows = (adjustments: RemittedClaim['adjustments']): readonly (readonly string[])[] =>
  adjustments.map(({ group, reason, amountCents }) => ['CAS', group, reason, dollars(amountCents)])

const claimRows = (claim: RemittedClaim, serviceKind: string): readonly (readonly string[])[] => [
  [
    'CLP',
    claim.controlNumber,
    claim.statusCode,
    dollars(claim.chargeCents),
    dollars(claim.paidCents),
    dollars(claim.patientResponsibilityCents),
    '12',
    claim.payerClaimNumber ?? '',
  ],
  ...adjustmentRows(claim.adjustments),
  ...(claim.patient === null
    ? []
    : [
        [
          'NM1',
          'QC',
          '1',
          claim.patient.last ?? '',
          claim.patient.first ?? '',
          '',
          '',
          '',
          'MI',
          ...claim.patient.memberIds,
        ],
      ]),
  ...(claim.forwardedTo === undefined
    ? []
    : [['NM1', 'TT', '2', claim.forwardedTo.name ?? '', '', '', '', '', 'PI', claim.forwardedTo.id ?? '']]),
  ...claim.lines.flatMap((line) => [
    ['SVC', `${serviceKind}:${line.serviceCode}`, dollars(line.chargeCents), dollars(line.paidCents), '', '1'],
    ...adjustmentRows(line.adjustments),
  ]),
]
