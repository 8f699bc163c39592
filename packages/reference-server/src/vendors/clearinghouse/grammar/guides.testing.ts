import { loopRule, segmentRule, type ElementRule, type LoopRule, type SegmentRule } from './strict-grammar.testing.ts'

/**
 * The loops of 837P (005010X222A1), 270 (005010X279A1) and 276 (005010X212) that this server may write, in the order of the guides, written
 * from public companion guides of payers. `IS` is `ID` for codes that are digits.
 */

const amount = 'R R 1-18'
const organization = (entity: string, qualifier: string, id: string): readonly ElementRule[] => [
  `R IS ${entity}`,
  'R IS 2',
  'R AN 1-60',
  ...['N', 'N', 'N', 'N'],
  `R IS ${qualifier}`,
  id,
]
const person = (entity: string, qualifier: string | null, id = 'R AN 2-80'): readonly ElementRule[] => [
  `R IS ${entity}`,
  'R IS 1',
  'R AN 1-60',
  'S AN 1-35',
  'S AN 1-25',
  'N',
  'S AN 1-10',
  ...(qualifier === null ? ['N', 'N'] : [`R IS ${qualifier}`, id]),
]
const npi = 'R AN 10'
const address = (range: string): readonly SegmentRule[] => [
  segmentRule(`N3 ${range}`, 'R AN 1-55', 'S AN 1-55'),
  segmentRule(`N4 ${range}`, 'R AN 2-30', 'R ID 2', 'R ID 5-9'),
]
const birth = (range: string, genders: string): SegmentRule => segmentRule(`DMG ${range}`, 'R IS D8', 'R DT', genders)
const level = (code: string, parent: 'R N0 1-12' | 'N', child: string): SegmentRule =>
  segmentRule('HL', 'R N0 1-12', parent, `R IS ${code}`, `R IS ${child}`)
const header = (structure: string, purpose: string, ...more: readonly string[]): SegmentRule =>
  segmentRule('BHT', `R IS ${structure}`, `R IS ${purpose}`, 'R AN 1-50', 'R DT', 'R TM', ...more)
/** SBR05 says why Medicare is not the first payer. */
const insured = (relationships: string, order: string, usage: 'R' | 'S', insuranceType: string): SegmentRule =>
  segmentRule(
    'SBR',
    `R IS ${order}`,
    `${usage} IS ${relationships}`,
    'S AN 1-50',
    'S AN 1-60',
    insuranceType,
    'N',
    'N',
    'N',
    'R IS MB,MC,CI,BL,HM,CH,ZZ',
  )
const triple = ['S AN 1-5', 'S R 1-18', 'S R 1-15']
const adjustments = segmentRule(
  'CAS 0-5',
  ...['R IS CO,CR,OA,PI,PR', 'R AN 1-5', amount, 'S R 1-15'],
  ...[...triple, ...triple, ...triple, ...triple, ...triple],
)
const decidedOn = segmentRule('DTP 0-1', 'R IS 573', 'R IS D8', 'R DT')
const leftToPatient = segmentRule('AMT 0-1', 'R IS EAF', amount)
const service: ElementRule = ['R', 'R IS HC', 'R AN 5', 'S AN 2', 'S AN 2', 'S AN 2', 'S AN 2']
const diagnosis = (usage: 'R' | 'S', kind: string): ElementRule => [usage, `R IS ${kind}`, 'R AN 3-7']
const pointer = 'S IS 1,2,3,4,5,6,7,8,9,10,11,12'

const claim: LoopRule = loopRule(
  '2300',
  segmentRule(
    'CLM',
    ...['R AN 1-20', amount, 'N', 'N'],
    ['R', 'R AN 2', 'R IS B', 'R IS 1,7,8'],
    ...['R IS Y,N', 'R IS A,B,C', 'R IS Y,N,W', 'R IS Y,I'],
  ),
  segmentRule('AMT 0-1', 'R IS F5', amount),
  segmentRule('REF 0-1', 'R IS G1', 'R AN 1-50'),
  segmentRule('REF 0-1', 'R IS F8', 'R AN 1-50'),
  segmentRule('HI', diagnosis('R', 'ABK'), ...Array.from({ length: 11 }, () => diagnosis('S', 'ABF'))),
  loopRule('2310A 0-1', segmentRule('NM1', ...person('DN', 'XX', npi))),
  loopRule(
    '2310B',
    segmentRule('NM1', ...person('82', 'XX', npi)),
    segmentRule('PRV', 'R IS PE', 'R IS PXC', 'R AN 10'),
  ),
  loopRule('2310D 0-1', segmentRule('NM1', ...person('DQ', 'XX', npi))),
  loopRule(
    '2320 0-2',
    insured('18,01,19,G8', 'P,S', 'R', 'N'),
    adjustments,
    segmentRule('AMT', 'R IS D', amount),
    leftToPatient,
    segmentRule('OI', 'N', 'N', 'R IS Y,N,W', 'N', 'N', 'R IS Y,I'),
    loopRule('2330A', segmentRule('NM1', ...person('IL', 'MI')), ...address('0-1')),
    loopRule(
      '2330B',
      segmentRule('NM1', ...organization('PR', 'PI', 'R AN 2-80')),
      decidedOn,
      segmentRule('REF 0-1', 'R IS F8', 'R AN 1-50'),
    ),
  ),
  loopRule(
    '2400 1-50',
    segmentRule('LX', 'R N0 1-6'),
    segmentRule('SV1', service, amount, 'R IS UN', 'R R 1-8', 'S IS 02,10,11', 'N', [
      'R',
      pointer.replace('S', 'R'),
      pointer,
      pointer,
      pointer,
    ]),
    segmentRule('DTP', 'R IS 472', 'R IS D8', 'R DT'),
    segmentRule('REF', 'R IS 6R', 'R AN 1-30'),
    loopRule(
      '2430 0-2',
      segmentRule('SVD', 'R AN 2-80', amount, service, 'N', 'R R 1-8'),
      adjustments,
      {
        ...decidedOn,
        min: 1,
      },
      leftToPatient,
    ),
  ),
)

const patientLevel = loopRule(
  '2000C',
  level('23', 'R N0 1-12', '0'),
  segmentRule('PAT', 'R IS 01,19,G8'),
  loopRule('2010CA', segmentRule('NM1', ...person('QC', null)), ...address('1'), birth('1', 'R IS F,M,U')),
  claim,
)
const subscriber = (range: string): readonly LoopRule[] => [
  loopRule('2010BA', segmentRule('NM1', ...person('IL', 'MI')), ...address(range), birth(range, 'R IS F,M,U')),
  loopRule('2010BB', segmentRule('NM1', ...organization('PR', 'PI', 'R AN 2-80'))),
]

/** 837P. A subscriber who is the patient has an address, a birth date and the claim; another one has a dependent who has them. */
export const professionalClaims: LoopRule = loopRule(
  '837',
  header('0019', '00,18', 'R IS CH'),
  loopRule(
    '1000A',
    segmentRule('NM1', ...organization('41', '46', 'R AN 2-80')),
    segmentRule('PER', 'R IS IC', 'R AN 1-60', 'R IS TE', 'R AN 10'),
  ),
  loopRule('1000B', segmentRule('NM1', ...organization('40', '46', 'R AN 2-80'))),
  loopRule(
    '2000A',
    level('20', 'N', '1'),
    segmentRule('PRV', 'R IS BI', 'R IS PXC', 'R AN 10'),
    loopRule(
      '2010AA',
      segmentRule('NM1', ...organization('85', 'XX', npi)),
      segmentRule('N3', 'R AN 1-55', 'S AN 1-55'),
      segmentRule('N4', 'R AN 2-30', 'R ID 2', 'R ID 9'),
      segmentRule('REF', 'R IS EI,SY', 'R AN 9'),
    ),
    loopRule(
      '2000B 1-n',
      level('22', 'R N0 1-12', '0,1'),
      insured('18', 'P,S,T', 'S', 'S IS 12,13,14,15,16,41,42,43,47'),
      ...subscriber('0-1'),
      { ...claim, min: 0 },
      { ...patientLevel, min: 0 },
    ),
  ),
)

const inquiries = [
  segmentRule('DTP 0-1', 'R IS 291', 'R IS D8', 'R DT'),
  loopRule('2110 0-99', segmentRule('EQ', 'R ID 1-2')),
]
const trace = segmentRule('TRN 0-1', 'R IS 1', 'R AN 1-50', 'R AN 10')

/** 270. */
export const eligibilityInquiry: LoopRule = loopRule(
  '270',
  header('0022', '13'),
  loopRule(
    '2000A',
    level('20', 'N', '1'),
    loopRule('2100A', segmentRule('NM1', ...organization('PR', 'PI', 'R AN 2-80'))),
    loopRule(
      '2000B',
      level('21', 'R N0 1-12', '1'),
      loopRule('2100B', segmentRule('NM1', ...organization('1P', 'XX', npi))),
      loopRule(
        '2000C',
        level('22', 'R N0 1-12', '0,1'),
        trace,
        loopRule('2100C', segmentRule('NM1', ...person('IL', 'MI')), birth('0-1', 'S IS F,M'), ...inquiries),
        loopRule(
          '2000D 0-1',
          level('23', 'R N0 1-12', '0'),
          trace,
          loopRule('2100D', segmentRule('NM1', ...person('03', null)), birth('0-1', 'S IS F,M'), ...inquiries),
        ),
      ),
    ),
  ),
)

const asked = [
  segmentRule('TRN', 'R IS 1', 'R AN 1-50'),
  segmentRule('REF 0-1', 'R IS 1K', 'R AN 1-50'),
  segmentRule('REF', 'R IS EJ', 'R AN 1-20'),
  segmentRule('AMT', 'R IS T3', amount),
  segmentRule('DTP', 'R IS 472', 'R IS D8', 'R DT'),
]

/** 276. A subscriber who is the patient has a birth date and the question; another one has a dependent who has them. */
export const statusInquiry: LoopRule = loopRule(
  '276',
  header('0010', '13'),
  loopRule(
    '2000A',
    level('20', 'N', '1'),
    loopRule('2100A', segmentRule('NM1', ...organization('PR', 'PI', 'R AN 2-80'))),
    loopRule(
      '2000B',
      level('21', 'R N0 1-12', '1'),
      loopRule('2100B', segmentRule('NM1', ...organization('41', '46', 'R AN 2-80'))),
      loopRule(
        '2000C',
        level('19', 'R N0 1-12', '1'),
        loopRule('2100C', segmentRule('NM1', ...organization('1P', 'XX', npi))),
        loopRule(
          '2000D',
          level('22', 'R N0 1-12', '0,1'),
          birth('0-1', 'S IS F,M'),
          loopRule('2100D', segmentRule('NM1', ...person('IL', 'MI'))),
          loopRule('2200D 0-1', ...asked),
          loopRule(
            '2000E 0-1',
            segmentRule('HL', 'R N0 1-12', 'R N0 1-12', 'R IS 23'),
            birth('1', 'S IS F,M'),
            loopRule('2100E', segmentRule('NM1', ...person('QC', null))),
            loopRule('2200E', ...asked),
          ),
        ),
      ),
    ),
  ),
)
