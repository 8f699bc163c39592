import type { components } from '@visitkit/contract'
import { withSegments } from '../../coverages/tests/eligibility-responses.testing.ts'

type Fault = components['schemas']['MailboxFault']

const withStatus =
  (...statuses: string[]) =>
  (file: string): string =>
    withSegments(file, (all) =>
      all.flatMap((one) =>
        one.startsWith('STC*') ? statuses.map((status) => one.replace(/^STC\*[^*]+/, `STC*${status}`)) : [one],
      ),
    )

/** What a payer may answer about a claim, with the meaning that is shown. */
export const answers: readonly (readonly [string, (file: string) => string, readonly string[]])[] = [
  ['it is pending', withStatus('P1:20'), ['pending']],
  ['it is denied', withStatus('F2:585'), ['denied']],
  ['it was decided, and denied', withStatus('F0:1', 'F2:585'), ['decided', 'denied']],
  ['it needs information', withStatus('R4:9999'), ['needs-information']],
]

/** The levels of another person, with the trace number of our question. */
const anotherPerson = (file: string, payer = ''): string[] => {
  const trace = /TRN\*2\*([^*~]+)/.exec(file)?.[1] ?? ''
  return [
    ...(payer === ''
      ? []
      : ['HL*91**20*1', `NM1*PR*2*PRAIRIE HEALTH PARTNERS*****PI*${payer}`, 'HL*92*91*21*1', 'HL*93*92*19*1']),
    'HL*94*93*22*0',
    'NM1*IL*1*EXAMPLE*ROBIN****MI*OTHER00001',
    `TRN*2*${trace}`,
    'STC*F2:585*20261124**100',
  ]
}
const isPatientLevel = (segment: string): boolean => /^HL\*\d+\*\d*\*22/.test(segment)

/** What is next to the right answer in the same file, and held alone. */
export const neighbors: readonly (readonly [string, (file: string) => string, Fault])[] = [
  [
    'another person before it',
    (file) =>
      withSegments(file, (all) => {
        const at = all.findIndex(isPatientLevel)
        return [...all.slice(0, at), ...anotherPerson(file), ...all.slice(at)]
      }),
    'patient_differs',
  ],
  [
    'another person after it',
    (file) => withSegments(file, (all) => [...all, ...anotherPerson(file)]),
    'patient_differs',
  ],
  [
    'another payer after it, about our claim',
    (file) =>
      withSegments(file, (all) => [
        ...all,
        ...anotherPerson(file, 'PRAIRIE02').slice(0, 4),
        ...all.slice(all.findIndex(isPatientLevel)),
      ]),
    'payer_differs',
  ],
  [
    'a question of another clinic',
    (file) =>
      withSegments(file, (all) => [...all, ...anotherPerson(file).map((one) => one.replace(/^TRN.*/, 'TRN*2*0THER'))]),
    'inquiry_unknown',
  ],
]

/** What is wrong with an answer, and the fault with which it is held. */
export const wrongAnswers: readonly (readonly [string, (file: string) => string, Fault])[] = [
  ['for a real account', (file) => file.replace('*0*T*:', '*0*P*:'), 'usage_differs'],
  ['of another sender', (file) => file.replace('*ZZ*SIMCLEAR       ', '*ZZ*SOMEBODYELSE   '), 'sender_differs'],
  ['for another receiver', (file) => file.replace('*ZZ*LAKESIDEHLTH   ', '*ZZ*SOMEBODYELSE   '), 'receiver_differs'],
  ['to a question that no one asked', (file) => file.replace(/TRN\*2\*[0-9A-F]+/, 'TRN*2*0123'), 'inquiry_unknown'],
  ['of another payer', (file) => file.replace('*PI*LAKESIDE1', '*PI*PRAIRIE02'), 'payer_differs'],
  ['for another provider', (file) => file.replace(/(NM1\*1P\*.*\*XX\*)\d+/, '$11234567893'), 'provider_differs'],
  ['about another claim', (file) => file.replace(/REF\*EJ\*C[\dA-Z-]+/, 'REF*EJ*C0000-0000-0000'), 'claim_unknown'],
  [
    'about another person',
    (file) => file.replace(/NM1\*IL\*1\*[^~]*~/, 'NM1*IL*1*EXAMPLE*ROBIN****MI*OTHER00001~'),
    'patient_differs',
  ],
  ['that says paid and denied', withStatus('F1:65', 'F2:585'), 'answer_contradictory'],
  ['that says pending and decided', withStatus('P1:20', 'F0:1'), 'answer_contradictory'],
  ['that says denied and not found', withStatus('F2:585', 'A4:35'), 'answer_contradictory'],
  ['with a code that is not known', withStatus('Q9:9999'), 'code'],
  ['with a code that is not known after one that is', withStatus('P1:20', 'Q9:9999'), 'code'],
  ['that is cut', (file) => file.slice(0, file.indexOf('REF*EJ')), 'unclosed'],
  [
    'without a status',
    (file) => withSegments(file, (all) => all.filter((one) => !one.startsWith('STC*'))),
    'segment_missing',
  ],
]
