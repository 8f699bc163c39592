import type { components } from '@visitkit/contract'
import type { BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Claim = components['schemas']['Claim']

let envelope = 700_000_000

/** The same content in another envelope, as a partner sends it again. */
export const inAnotherEnvelope = (file: string): string => {
  envelope += 1
  const [, own = ''] = /^ISA(?:\*[^*]*){12}\*(\d{9})/.exec(file) ?? []
  return file.replaceAll(own, String(envelope))
}

/** The 277CA for a claim, from the mailbox. */
export const acknowledgmentOf = (hospital: BillingHospital, { number }: Pick<Claim, 'number'>): string => {
  const file = hospital.clearinghouse.mailbox
    .list(1_000)
    .find(({ content }) => content.includes('ST*277') && content.includes(number))
  if (!file) throw new Error('no 277CA about the claim')
  return file.content
}

/** The same 277CA with another status of its claim: `A1:20` with `WQ` is a receipt, `A7:464` with `U` a refusal. */
export const withClaimStatus = (file: string, status: string, action: 'WQ' | 'U'): string =>
  file.replace(/STC\*A\d:[\d:PR]+\*(\d+)\*(?:WQ|U)(?=\*[\d.]+~\s*(?:REF\*1K|DTP\*472))/, `STC*${status}*$1*${action}`)

const ofClaim = /(STC\*)(A\d)(:[\d:PR]+\*\d+\*)(WQ|U)(?=\*[\d.]+~\s*(?:REF\*1K|DTP\*472))/

export const emptyMailbox = ({ clearinghouse: { mailbox } }: BillingHospital): void => {
  for (const { id } of mailbox.list(1_000)) mailbox.delete(id)
}

/** Puts files into the mailbox and fetches them. */
export const receive = async (hospital: BillingHospital, ...files: readonly string[]): Promise<void> => {
  for (const file of files) hospital.clearinghouse.mailbox.post(file, hospital.clock.now())
  await hospital.exchange()
}

/** A sent claim, and the answers to it as the clearinghouse has them: none of them was fetched. */
export const sentClaim = async (hospital: BillingHospital) => {
  emptyMailbox(hospital)
  const claim = await hospital.submit(await hospital.claimOf((await hospital.insuredVisit()).visitId))
  await hospital.runJob('billing.transmit')
  const files = hospital.clearinghouse.mailbox.list(1_000).map(({ content }) => content)
  emptyMailbox(hospital)
  const of = (kind: '999' | '277' | '835'): string => files.find((file) => file.includes(`ST*${kind}`)) ?? ''
  return { claim, syntax: of('999'), taken: of('277'), paid: of('835') }
}

/** What is wrong with an acknowledgment, and the fault that it is held with. */
export const foreignAcknowledgments: readonly (readonly [
  string,
  '999' | '277',
  (file: string) => string,
  components['schemas']['MailboxFault'],
])[] = [
  ['a real one for a test account', '277', (file) => file.replace('*0*T*:', '*0*P*:'), 'usage_differs'],
  [
    'one for another receiver',
    '999',
    (file) => file.replace('*ZZ*LAKESIDEHLTH   ', '*ZZ*SOMEBODYELSE   '),
    'receiver_differs',
  ],
  [
    'one about another sender’s file',
    '277',
    (file) => file.replace('*46*LAKESIDEHLTH', '*46*SOMEBODYELSE'),
    'submitter_differs',
  ],
  [
    'one about another provider',
    '277',
    (file) => file.replace(/(NM1\*85\*.*\*XX\*)\d+/, '$11234567893'),
    'provider_differs',
  ],
  [
    'one that names somebody else with our number',
    '277',
    (file) => file.replace(/NM1\*QC\*1\*[^~]*~/, 'NM1*QC*1*EXAMPLE*ROBIN****MI*OTHER00001~'),
    'patient_differs',
  ],
  [
    'one about an unknown claim',
    '277',
    (file) => file.replace(/TRN\*2\*C[\dA-Z-]{14}~/, 'TRN*2*C0000-0000-0000~'),
    'claim_unknown',
  ],
  [
    'one that says something else of its set than of its group',
    '999',
    (file) => (file.includes('IK5*A') ? file.replace('IK5*A', 'IK5*R*5') : file.replace('IK5*R*5', 'IK5*A')),
    'answer_contradictory',
  ],
  [
    'one that says something else of its group than it counts',
    '999',
    (file) =>
      file.replace(/(AK9\*[AR]\*1\*1\*)([01])/, (_, group: string, count: string) => group + String(1 - Number(count))),
    'answer_contradictory',
  ],
  [
    'one whose action contradicts its category',
    '277',
    (file) =>
      file.replace(ofClaim, (_, tag: string, category: string, rest: string, action: string) =>
        [tag, category, rest, action === 'U' ? 'WQ' : 'U'].join(''),
      ),
    'answer_contradictory',
  ],
  [
    'one that accepts a claim and refuses it',
    '277',
    (file) =>
      file
        .replace(ofClaim, (own, _tag: string, _category: string, _rest: string, action: string) =>
          [action === 'U' ? 'STC*A2:20:PR**WQ' : 'STC*A7:464**U', own].join('~\n'),
        )
        .replace(/SE\*(\d+)\*/, (_, count: string) => `SE*${Number(count) + 1}*`),
    'answer_contradictory',
  ],
  ['one with an unknown category', '277', (file) => file.replace(ofClaim, '$1Z9$3$4'), 'code'],
  ['one about an inquiry with our number', '999', (file) => file.replace('AK1*HC*', 'AK1*HS*'), 'claim_unknown'],
]
