import type {
  Claim,
  ClaimEvent,
  ClaimFinding,
  ClaimLine,
  ClaimState,
  Coverage,
  Payer,
  PatientSummary,
  Remittance,
  RemittanceLine,
} from '../../generated/models.ts'
import { sampleClinician, sampleOtherPatients, samplePatientSummary } from './sample-people.ts'
import { find, instant, minute } from './sample-state.ts'

const day = 1440 * minute

const payers: Payer[] = [
  { id: 'payer-plain', name: 'Plain Health Plan', kind: 'commercial', payerId: 'SMPL1', timelyFilingDays: 90 },
  { id: 'payer-state', name: 'Sample State Medicaid', kind: 'medicaid', payerId: 'SMPL2', timelyFilingDays: 365 },
  { id: 'payer-federal', name: 'Sample Federal Medicare', kind: 'medicare', payerId: 'SMPL9', timelyFilingDays: 365 },
  { id: 'payer-self', name: 'Patient pays', kind: 'self-pay', payerId: 'SELF', timelyFilingDays: 365 },
]
const [plain, medicaid, , selfPay] = payers as [Payer, Payer, Payer, Payer]

/** Not of the clinic: it sent a payment. */
const unknownPayer: Payer = {
  id: 'unknown',
  name: 'SAMPLE HEALTH TRUST',
  kind: 'commercial',
  payerId: '1777777777',
  timelyFilingDays: 0,
}

export const invalidPointerFinding: ClaimFinding = {
  code: 'diagnosis-pointer-invalid',
  severity: 'error',
  pointer: '/lines/1/diagnosisPointers',
  message: 'The line does not point at one to four different diagnoses of the claim.',
  remedy: 'Choose the diagnoses that the service was for.',
  values: {},
}
const wrongModifier: ClaimFinding = {
  code: 'modifier-differs',
  severity: 'warning',
  pointer: '/lines/0/modifiers',
  message: 'For a visit held like this one, this payer wants 95.',
  remedy: 'Update the claim from the visit and note: that sets the modifiers of how the visit was held.',
  values: { modifiers: ['95'] },
}

/** The services, before a payer adjudicates them. */
export const sampleLines = (): ClaimLine[] => [
  {
    number: 1,
    codeSystem: 'HCPCS',
    code: 'G2012',
    modifiers: ['95'],
    units: 1,
    chargeCents: 15_000,
    diagnosisPointers: [1, 2],
    adjustments: [],
  },
  {
    number: 2,
    codeSystem: 'HCPCS',
    code: 'Q3014',
    modifiers: [],
    units: 1,
    chargeCents: 3_000,
    diagnosisPointers: [1],
    adjustments: [],
  },
]

/** The lines with a payer's adjudication. */
const answered = (outcomes: readonly Partial<ClaimLine>[]): ClaimLine[] =>
  sampleLines().map((line, index) => ({ ...line, ...outcomes[index] }))

const paidLines = answered([
  {
    allowedCents: 9_600,
    paidCents: 7_600,
    patientCents: 2_000,
    adjustments: [
      { group: 'CO', reason: '45', amountCents: 5_400 },
      { group: 'PR', reason: '3', amountCents: 2_000 },
    ],
  },
  {
    allowedCents: 2_400,
    paidCents: 2_400,
    patientCents: 0,
    adjustments: [{ group: 'CO', reason: '45', amountCents: 600 }],
  },
])
const deniedLines = answered([
  { paidCents: 0, patientCents: 0, adjustments: [{ group: 'CO', reason: '197', amountCents: 15_000 }] },
  { paidCents: 0, patientCents: 0, adjustments: [{ group: 'CO', reason: '97', amountCents: 3_000 }] },
])

type HistoryEntry = readonly [daysAgo: number, state: ClaimState, by: ClaimEvent['by'], code?: string]

/** A claim in each state that needs work, and two payments of payers. Days are counted from now. */
export const sampleClaimList = (now: () => number) => {
  const ago = (days: number): string => instant(now() - days * day)
  const dayIn = (days: number): string => ago(-days).slice(0, 10)
  const [alex, kim] = sampleOtherPatients as [PatientSummary, PatientSummary]

  const coverageOf = (patient: PatientSummary, payer: Payer): Coverage => ({
    id: `coverage-${patient.id}-${payer.id}`,
    patientId: patient.id,
    payer,
    memberNumber: 'SAMPLE000',
    relationship: 'self',
    order: payer === medicaid ? 2 : 1,
    from: '2026-01-01',
    eligibility: {
      id: `eligibility-${patient.id}-${payer.id}`,
      coverageId: `coverage-${patient.id}-${payer.id}`,
      patientId: patient.id,
      status: 'active',
      copayCents: 2_000,
      coinsurancePercent: 20,
      deductibleRemainingCents: 35_000,
      network: 'in',
      requestedAt: ago(20),
      respondedAt: ago(20),
    },
    version: 1,
  })
  const claim = (
    name: string,
    patient: PatientSummary,
    payer: Payer,
    [serviceDaysAgo, fileInDays]: readonly [number, number],
    history: readonly HistoryEntry[],
    more: Partial<Claim> = {},
  ): Claim => {
    const shown = more.lines ?? sampleLines()
    const total = (of: (line: ClaimLine) => number): number => shown.reduce((sum, line) => sum + of(line), 0)
    const sent = history.find(([, state]) => state === 'sending')
    return {
      id: `claim-${name}`,
      number: `SMPL${String(1000 + serviceDaysAgo)}`,
      visitId: `visit-${name}`,
      patientId: patient.id,
      patient,
      practitioner: sampleClinician,
      ...(payer !== selfPay && { coverage: coverageOf(patient, payer) }),
      payer,
      state: history.at(-1)?.[1] ?? 'ready',
      findings: [],
      stale: false,
      serviceDate: dayIn(-serviceDaysAgo),
      placeOfService: '10',
      frequency: '1',
      diagnosisCodes: ['I10', 'E11.9'],
      lines: shown,
      chargeCents: total(({ chargeCents }) => chargeCents),
      paidCents: total(({ paidCents }) => paidCents ?? 0),
      patientCents: total(({ patientCents }) => patientCents ?? 0),
      fileBy: dayIn(fileInDays),
      history: history.map(([days, state, by, code]) => ({ at: ago(days), state, by, ...(code && { code }) })),
      ...(sent && { submittedAt: ago(sent[0]) }),
      version: 1,
      ...more,
    }
  }
  const sent = (from: number): HistoryEntry[] => [
    [from, 'ready', 'server'],
    [from - 0.1, 'sending', 'member'],
  ]
  const taken = (from: number): HistoryEntry[] => [
    ...sent(from),
    [from - 0.2, 'received', 'clearinghouse'],
    [from - 1, 'accepted', 'payer', 'A2:20'],
  ]
  const noPointer = sampleLines().map((line) => (line.number === 2 ? { ...line, diagnosisPointers: [] } : line))
  const claims: Claim[] = [
    claim('blocked', alex, plain, [81, 9], [[80, 'blocked', 'server']], {
      lines: noPointer,
      findings: [invalidPointerFinding, wrongModifier],
    }),
    claim('blocked-too', kim, medicaid, [12, 353], [[11, 'blocked', 'server']], { findings: [invalidPointerFinding] }),
    claim('stale', samplePatientSummary, plain, [20, 70], [[19, 'ready', 'server']], { stale: true }),
    claim('ready', kim, medicaid, [4, 361], [[3, 'ready', 'server']], { note: 'Asked the front desk for the card.' }),
    claim('sending', alex, plain, [3, 87], sent(0.2)),
    claim('received', kim, plain, [6, 84], [...sent(2), [1, 'received', 'clearinghouse']]),
    claim('accepted', alex, medicaid, [9, 356], taken(5), { payerClaimNumber: 'PAYER-204' }),
    claim('rejected', kim, plain, [14, 76], [...sent(6), [5, 'rejected', 'clearinghouse', '999-NM1-7']]),
    claim('paid', samplePatientSummary, plain, [21, 69], [...taken(18), [6, 'paid', 'payer', '835-1']], {
      lines: paidLines,
      payerClaimNumber: 'PAYER-190',
      // The copay is not the patient's while Medicaid has not answered.
      patientCents: 0,
      nextPayer: {
        waitsFor: {
          coverageId: `coverage-${samplePatientSummary.id}-${medicaid.id}`,
          payer: medicaid,
          amountCents: 2_000,
        },
        answers: [],
      },
    }),
    claim('denied', alex, plain, [33, 57], [...taken(30), [8, 'denied', 'payer', '835-4']], {
      lines: deniedLines,
      payerClaimNumber: 'PAYER-171',
    }),
    claim('self-pay', kim, selfPay, [2, 363], [[1, 'self-pay', 'server']]),
  ]
  const remittanceLine = (one: Claim, kind: RemittanceLine['kind']): RemittanceLine => ({
    id: `line-${one.id}`,
    claimId: one.id,
    patientId: one.patientId,
    claimNumber: one.number,
    kind,
    chargeCents: one.chargeCents,
    paidCents: one.paidCents,
    patientCents: one.patientCents,
    posted: true,
  })
  /** The payer identifies one of our claims by its own number. */
  const unknownPatientLine: RemittanceLine = {
    id: 'line-stranger',
    claimNumber: 'ELSE0042',
    kind: 'payment',
    chargeCents: 18_000,
    paidCents: 12_000,
    patientCents: 2_000,
    posted: false,
    holdReason: 'claim-unknown',
  }
  const unmatchedLine: RemittanceLine = {
    id: 'line-stray',
    claimNumber: 'ELSE0043',
    kind: 'payment',
    chargeCents: 9_900,
    paidCents: 4_000,
    patientCents: 0,
    posted: false,
    holdReason: 'unbalanced',
  }
  /** It names one of our claims, and its payer is none that the clinic knows. */
  const foreignLine: RemittanceLine = {
    id: 'line-foreign',
    claimNumber: find(claims, 'claim-accepted').number,
    kind: 'payment',
    chargeCents: 18_000,
    paidCents: 15_000,
    patientCents: 3_000,
    posted: false,
    holdReason: 'payer-unknown',
  }
  const remittance = (
    id: string,
    payer: Payer,
    days: number,
    of: RemittanceLine[],
    { adjustmentCents = 0, unbalanced = false } = {},
  ) => {
    const posted = of.filter((line) => line.posted).reduce((sum, { paidCents }) => sum + paidCents, 0)
    const summary: Remittance = {
      id,
      payer,
      traceNumber: `EFT-${days}00`,
      paidOn: dayIn(-days),
      amountCents: of.reduce((sum, { paidCents }) => sum + paidCents, 0) - adjustmentCents,
      postedCents: posted,
      adjustmentCents,
      claims: of.length,
      unmatched: of.filter(({ posted: isPosted }) => !isPosted).length,
      status: of.every((line) => line.posted) ? 'posted' : 'needs-work',
      unbalanced,
      receivedAt: ago(days - 0.5),
    }
    return { ...summary, lines: of }
  }
  const remittances = [
    remittance(
      'remittance-new',
      plain,
      6,
      [remittanceLine(find(claims, 'claim-paid'), 'payment'), unknownPatientLine],
      {
        adjustmentCents: 500,
      },
    ),
    remittance('remittance-odd', medicaid, 7, [unmatchedLine], { adjustmentCents: 1, unbalanced: true }),
    remittance('remittance-foreign', unknownPayer, 9, [foreignLine]),
    remittance('remittance-old', plain, 8, [remittanceLine(find(claims, 'claim-denied'), 'denial')]),
  ]

  return {
    claims,
    remittances,
    payers,
    coverages: [samplePatientSummary, alex, kim].flatMap((patient) => [
      coverageOf(patient, plain),
      coverageOf(patient, medicaid),
    ]),
  }
}
