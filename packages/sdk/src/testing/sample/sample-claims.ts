import type {
  Claim,
  ClaimEvent,
  ClaimFinding,
  ClaimLine,
  ClaimMessage,
  ClaimState,
  ClaimSummary,
  Coverage,
  Payer,
  PatientSummary,
  Remittance,
  RemittanceLine,
} from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domains.ts'
import { sampleClinician, sampleOtherPatients, samplePatientSummary } from './sample-people.ts'
import { find, instant, minute, page } from './sample-state.ts'

const day = 1440 * minute

const payers: Payer[] = [
  { id: 'payer-plain', name: 'Plain Health Plan', kind: 'commercial', payerId: 'SMPL1', timelyFilingDays: 90 },
  { id: 'payer-state', name: 'Sample State Medicaid', kind: 'medicaid', payerId: 'SMPL2', timelyFilingDays: 365 },
  { id: 'payer-self', name: 'Patient pays', kind: 'self-pay', payerId: 'SELF', timelyFilingDays: 365 },
]
const [plain, medicaid, selfPay] = payers as [Payer, Payer, Payer]

/** The payer does not have it: it may be changed, and sent. */
const changeable: ReadonlySet<ClaimState> = new Set(['blocked', 'ready', 'patient-pays', 'rejected', 'undelivered'])
const decided: ReadonlySet<ClaimState> = new Set(['paid', 'partly-paid', 'denied'])

const pointsNowhere: ClaimFinding = {
  code: 'diagnosis-pointer',
  severity: 'blocks',
  pointer: '/lines/1/diagnosisPointers',
  message: 'The line does not point at one to four different diagnoses of the claim.',
  remedy: 'Choose the diagnoses that the service was for.',
}
const wrongModifier: ClaimFinding = {
  code: 'modifier-missing',
  severity: 'warns',
  pointer: '/lines/0/modifiers',
  message: 'For a visit held like this one, this payer wants modifier 95.',
  remedy: 'Take the visit into the claim again: it sets the modifiers of how the visit was held.',
}

const lines = (): ClaimLine[] => [
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

/** The lines as a payer answered them. */
const answered = (outcomes: readonly Partial<ClaimLine>[]): ClaimLine[] =>
  lines().map((line, index) => ({ ...line, ...outcomes[index] }))

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

/** What went over the wire about every claim here; shortened. */
const wire = [
  [
    '837P',
    'out',
    'ST*837*0001*005010X222A1~\nBHT*0019*00*{number}*20261124*0900*CH~\nCLM*{number}*180***10:B:1~\nSE*4*0001~',
  ],
  ['999', 'in', 'ST*999*0001*005010X231A1~\nAK1*HC*1*005010X222A1~\nAK9*A*1*1*1~\nSE*4*0001~'],
] as const

type Told = readonly [daysAgo: number, state: ClaimState, by: ClaimEvent['by'], code?: string]

/** The desk of a small clinic: a claim in each state that there is work with, and two payments of payers. */
export const claimsSample: SampleDomain = ({ live, now, newId }) => {
  const ago = (days: number): string => instant(now() - days * day)
  const dayIn = (days: number): string => ago(-days).slice(0, 10)
  const [alex, kim] = sampleOtherPatients as [PatientSummary, PatientSummary]

  const coverageOf = (patient: PatientSummary, payer: Payer): Coverage => ({
    id: `coverage-${patient.id}-${payer.id}`,
    patientId: patient.id,
    payer,
    memberNumber: 'SAMPLE000',
    relationship: 'self',
    order: 1,
    from: '2026-01-01',
    version: 1,
  })
  const claim = (
    name: string,
    patient: PatientSummary,
    payer: Payer,
    [serviceDaysAgo, fileInDays]: readonly [number, number],
    history: readonly Told[],
    more: Partial<Claim> = {},
  ): Claim => {
    const shown = more.lines ?? lines()
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
  const sent = (from: number): Told[] => [
    [from, 'ready', 'server'],
    [from - 0.1, 'sending', 'member'],
  ]
  const taken = (from: number): Told[] => [
    ...sent(from),
    [from - 0.2, 'received', 'clearinghouse'],
    [from - 1, 'accepted', 'payer', 'A2:20'],
  ]
  const noPointer = lines().map((line) => (line.number === 2 ? { ...line, diagnosisPointers: [] } : line))
  const claims: Claim[] = [
    claim('blocked', alex, plain, [81, 9], [[80, 'blocked', 'server']], {
      lines: noPointer,
      findings: [pointsNowhere, wrongModifier],
    }),
    claim('blocked-too', kim, medicaid, [12, 353], [[11, 'blocked', 'server']], { findings: [pointsNowhere] }),
    claim('stale', samplePatientSummary, plain, [20, 70], [[19, 'ready', 'server']], { stale: true }),
    claim('ready', kim, medicaid, [4, 361], [[3, 'ready', 'server']], { note: 'Asked the front desk for the card.' }),
    claim('sending', alex, plain, [3, 87], sent(0.2)),
    claim('received', kim, plain, [6, 84], [...sent(2), [1, 'received', 'clearinghouse']]),
    claim('accepted', alex, medicaid, [9, 356], taken(5), { payerClaimNumber: 'PAYER-204' }),
    claim('rejected', kim, plain, [14, 76], [...sent(6), [5, 'rejected', 'clearinghouse', '999-NM1-7']]),
    claim('paid', samplePatientSummary, plain, [21, 69], [...taken(18), [6, 'paid', 'payer', '835-1']], {
      lines: paidLines,
      payerClaimNumber: 'PAYER-190',
    }),
    claim('denied', alex, plain, [33, 57], [...taken(30), [8, 'denied', 'payer', '835-4']], {
      lines: deniedLines,
      payerClaimNumber: 'PAYER-171',
    }),
    claim('patient-pays', kim, selfPay, [2, 363], [[1, 'patient-pays', 'server']]),
  ]
  const remittanceLine = (one: Claim, kind: RemittanceLine['kind']): RemittanceLine => ({
    claimId: one.id,
    patientId: one.patientId,
    claimNumber: one.number,
    kind,
    chargeCents: one.chargeCents,
    paidCents: one.paidCents,
    patientCents: one.patientCents,
    posted: true,
  })
  const stranger: RemittanceLine = {
    claimNumber: 'ELSE0042',
    kind: 'payment',
    chargeCents: 12_000,
    paidCents: 8_000,
    patientCents: 0,
    posted: false,
  }
  const remittance = (id: string, payer: Payer, days: number, of: RemittanceLine[], adjustmentCents: number) => {
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
      unmatched: of.filter(({ claimId }) => !claimId).length,
      status: of.every((line) => line.posted) ? 'posted' : 'needs-work',
      receivedAt: ago(days - 0.5),
    }
    return { ...summary, lines: of }
  }
  const remittances = [
    remittance('remittance-new', plain, 6, [remittanceLine(find(claims, 'claim-paid'), 'payment'), stranger], 500),
    remittance('remittance-old', plain, 8, [remittanceLine(find(claims, 'claim-denied'), 'denial')], 0),
  ]

  const summaryOf = ({ findings, history, ...one }: Claim): ClaimSummary => ({
    id: one.id,
    number: one.number,
    visitId: one.visitId,
    patientId: one.patientId,
    ...(one.patient && { patient: one.patient }),
    payer: one.payer,
    state: one.state,
    stale: one.stale,
    blocking: findings.filter(({ severity }) => severity === 'blocks').length,
    serviceDate: one.serviceDate,
    fileBy: one.fileBy,
    chargeCents: one.chargeCents,
    paidCents: one.paidCents,
    patientCents: one.patientCents,
    changedAt: history.at(-1)?.at ?? ago(0),
  })
  const tell = ({ id, patientId, visitId }: Claim): void =>
    live.emit({ type: 'claim.changed', ids: { claimId: id, patientId, visitId } })
  /** Replaces the claim by what it has become. */
  const keep = (before: Claim, change: Partial<Claim>): Claim => {
    const after = { ...before, ...change, version: before.version + 1 }
    if (after.state !== before.state)
      after.history = [...before.history, { at: ago(0), state: after.state, by: 'member' }]
    claims[claims.findIndex(({ id }) => id === before.id)] = after
    tell(after)
    return after
  }
  const toChange = (claimId: string): Claim => {
    const found = find(claims, claimId)
    if (!changeable.has(found.state) || found.frequency === '8') throw problem(409, 'claim_sent')
    return found
  }
  const follow = (claimId: string, frequency: '7' | '8'): Claim => {
    const original = find(claims, claimId)
    if (!decided.has(original.state)) throw problem(409, 'claim_not_answered')
    const state: ClaimState = frequency === '7' ? 'ready' : 'sending'
    const next: Claim = {
      ...original,
      id: newId('claim'),
      number: `${original.number}R`,
      frequency,
      follows: original.id,
      state,
      lines: lines(),
      paidCents: 0,
      patientCents: 0,
      history: [{ at: ago(0), state, by: 'member' }],
      version: 1,
    }
    claims.push(next)
    tell(next)
    return next
  }
  /** The two findings that the sample knows, looked for again. */
  const checked = (of: readonly ClaimLine[]): ClaimFinding[] =>
    of.some(({ diagnosisPointers }) => diagnosisPointers.length === 0) ? [pointsNowhere] : []

  return () => ({
    listPayers: () => ({ items: payers }),
    listCoverages: ({ path }) => ({
      patientId: path.patientId,
      items: [samplePatientSummary, alex, kim]
        .filter(({ id }) => id === path.patientId)
        .flatMap((patient) => [coverageOf(patient, plain), coverageOf(patient, medicaid)]),
    }),
    listClaims: ({ query }) => {
      const wanted = claims.filter(
        ({ state, payer }) =>
          (query.state === undefined || state === query.state) &&
          (query.payerId === undefined || payer.id === query.payerId),
      )
      return page(wanted.toSorted((a, b) => a.fileBy.localeCompare(b.fileBy)).map(summaryOf), query)
    },
    countClaims: () => {
      const states = [...new Set(claims.map(({ state }) => state))]
      return {
        items: states.map((state) => {
          const those = claims.filter((one) => one.state === state)
          return { state, count: those.length, chargeCents: those.reduce((sum, one) => sum + one.chargeCents, 0) }
        }),
      }
    },
    getClaim: ({ path }) => find(claims, path.claimId),
    changeClaim: ({ path, body }) => {
      const before = toChange(path.claimId)
      if (body.version !== before.version) throw problem(409, 'version_conflict')
      const next = before.lines.map((line) => ({
        ...line,
        ...body.lines?.find(({ number }) => number === line.number),
      }))
      const findings = checked(next)
      return keep(before, {
        lines: next,
        findings,
        chargeCents: next.reduce((sum, { chargeCents }) => sum + chargeCents, 0),
        state: findings.length > 0 ? 'blocked' : before.state === 'blocked' ? 'ready' : before.state,
        ...(body.note !== undefined && { note: body.note }),
        ...(body.diagnosisCodes && { diagnosisCodes: body.diagnosisCodes }),
      })
    },
    refreshClaim: ({ path }) => {
      const before = toChange(path.claimId)
      const state = before.state === 'blocked' ? 'ready' : before.state
      return keep(before, { stale: false, findings: [], lines: lines(), state })
    },
    submitClaim: ({ path, body }) => {
      const before = toChange(path.claimId)
      if (body.version !== before.version) throw problem(409, 'version_conflict')
      const blocks = before.findings.some(({ severity }) => severity === 'blocks')
      if (blocks || before.stale || before.state === 'patient-pays') throw problem(409, 'claim_blocked')
      return keep(before, { state: 'sending', submittedAt: ago(0) })
    },
    correctClaim: ({ path }) => follow(path.claimId, '7'),
    voidClaim: ({ path }) => follow(path.claimId, '8'),
    listClaimMessages: ({ path }) => {
      const { id: claimId, patientId, number, submittedAt } = find(claims, path.claimId)
      const items: ClaimMessage[] = submittedAt
        ? wire.map(([kind, direction, text]) => ({
            id: `${claimId}-${kind}`,
            kind,
            direction,
            at: submittedAt,
            text: text.replaceAll('{number}', number),
          }))
        : []
      return { claimId, patientId, items }
    },
    listRemittances: ({ query }) =>
      page(
        remittances
          .filter(({ status }) => query.status === undefined || status === query.status)
          .map(({ lines: _lines, ...summary }) => summary),
        query,
      ),
    getRemittance: ({ path }) => find(remittances, path.remittanceId),
  })
}
