import type { components } from '@visitkit/contract'

type HoldReason = components['schemas']['EligibilityHoldReason']

const segmentsOf = (file: string): string[] => file.split('~').map((segment) => segment.trim())
const joined = (segments: readonly string[]): string => segments.join('~')

/** The same 271 with its segments between ST and SE changed, and counted again. */
export const withSegments = (file: string, change: (segments: string[]) => readonly string[]): string => {
  const all = segmentsOf(file)
  const [first, last] = ['ST*', 'SE*'].map((tag) => all.findIndex((segment) => segment.startsWith(tag)))
  const inner = change(all.slice((first ?? 0) + 1, last))
  const control = all[last ?? 0]?.split('*')[2] ?? ''
  return joined([
    ...all.slice(0, (first ?? 0) + 1),
    ...inner,
    `SE*${inner.length + 2}*${control}`,
    ...all.slice((last ?? 0) + 1),
  ])
}

const isPatientLevel = (segment: string): boolean => /^HL\*\d+\*\d*\*2[23]/.test(segment)

/** The levels of another person, before those of the one who was asked for. Its trace number is another inquiry's. */
export const withAnotherPersonFirst =
  (trace: string | null = '0THER-1NQU1RY') =>
  (file: string): string =>
    withSegments(file, (segments) => {
      const at = segments.findIndex(isPatientLevel)
      return [
        ...segments.slice(0, at),
        'HL*9*2*22*0',
        ...(trace === null ? [] : [`TRN*2*${trace}*9LAKESIDE0`]),
        'NM1*IL*1*EXAMPLE*ROBIN****MI*OTHER00001',
        'EB*1*IND*30^98**ANOTHER PLAN',
        'EB*B*IND*98***27*77*****Y',
        ...segments.slice(at),
      ]
    })

/** What is wrong with a response, and why it is then held. It answers a member who is covered. */
export const wrongResponses: readonly (readonly [string, (file: string) => string, HoldReason])[] = [
  ['for a real account', (file) => file.replace('*0*T*:', '*0*P*:'), 'usage-differs'],
  ['of another sender', (file) => file.replace('*ZZ*SIMCLEAR       ', '*ZZ*SOMEBODYELSE   '), 'sender-differs'],
  ['for another receiver', (file) => file.replace('*ZZ*LAKESIDEHLTH   ', '*ZZ*SOMEBODYELSE   '), 'receiver-differs'],
  ['of another payer', (file) => file.replace('*PI*LAKESIDE1', '*PI*PRAIRIE02'), 'payer-differs'],
  ['for another provider', (file) => file.replace(/(NM1\*1P\*.*\*XX\*)\d+/, '$11234567893'), 'provider-differs'],
  [
    'about another person',
    (file) => file.replace(/NM1\*IL\*1\*[^~]*~/, 'NM1*IL*1*EXAMPLE*ROBIN****MI*OTHER00001~'),
    'patient-differs',
  ],
  [
    'about a relative with the same number',
    (file) => file.replace(/(NM1\*IL\*1\*[^*]*)\*[^*]*/, '$1*ROBIN'),
    'patient-differs',
  ],
  [
    'about somebody of the same name, born on another day',
    (file) =>
      withSegments(file, (all) => all.flatMap((one) => (one.startsWith('NM1*IL') ? [one, 'DMG*D8*19200101'] : [one]))),
    'patient-differs',
  ],
  [
    'about a dependent, and not about the insured person',
    (file) =>
      withSegments(file, (all) =>
        all.flatMap((one) => (one.startsWith('NM1*IL') ? [one, 'HL*4*3*23*0', 'NM1*03*1*EXAMPLE*ROBIN'] : [one])),
      ),
    'patient-differs',
  ],
  [
    'that names no one',
    (file) => withSegments(file, (all) => all.map((one) => (one.startsWith('NM1*IL') ? 'NM1*IL*1' : one))),
    'patient-differs',
  ],
  [
    'in which the same plan has ended',
    (file) => withSegments(file, (all) => [...all, 'EB*6*IND*30**LAKESIDE CHOICE PPO']),
    'contradictory',
  ],
  [
    'in which the payer does not know the covered person',
    (file) =>
      withSegments(file, (all) => all.flatMap((one) => (one.startsWith('NM1*IL') ? [one, 'AAA*N**75*C'] : [one]))),
    'contradictory',
  ],
  [
    'about another person first, with our trace number',
    (file) => withAnotherPersonFirst(/TRN\*2\*([^*~]+)/.exec(file)?.[1])(file),
    'patient-differs',
  ],
  [
    'that answers the same inquiry twice',
    (file) => withSegments(file, (segments) => [...segments, ...segments.slice(segments.findIndex(isPatientLevel))]),
    'contradictory',
  ],
]

/** What a payer may send, and what is then known. */
export const rightResponses: readonly (readonly [string, (file: string) => string])[] = [
  ['as it is', (file) => file],
  ['next to that of another person', withAnotherPersonFirst()],
  ['with an old plan that has ended', (file) => withSegments(file, (all) => [...all, 'EB*6*IND*30**OLD PLAN'])],
  ['with benefits of an unknown kind', (file) => withSegments(file, (all) => [...all, 'EB*ZZ*QQQ*Q7', 'EB*V**AL'])],
  [
    'with a new member number',
    (file) =>
      file
        .replace(/(NM1\*IL\*1\*[^~]*\*MI\*)[^~]*~/, '$1NEWNUMBER1~DMG*D8*19840615~')
        .replace(/SE\*(\d+)/, (_, count) => `SE*${Number(count) + 1}`),
  ],
]

/** What cannot be read, or is for another inquiry: the payer is asked once more by itself. */
export const unusableResponses: readonly (readonly [string, (file: string) => string, HoldReason])[] = [
  ['that is cut', (file) => file.slice(0, file.indexOf('EB*B')), 'unreadable'],
  ['of another kind', (file) => file.replace('ST*271*', 'ST*835*'), 'unreadable'],
  ['with an amount that is none', (file) => file.replace('*27*20*', '*27*TWENTY*'), 'unreadable'],
  [
    'to another inquiry',
    (file) => file.replaceAll(/(BHT\*0022\*11\*|TRN\*2\*)[^*~]+/g, '$10THER-1NQU1RY'),
    'inquiry-differs',
  ],
  [
    'with another trace number for the person',
    (file) => file.replace(/TRN\*2\*[^*~]+/, 'TRN*2*0THER-1NQU1RY'),
    'inquiry-differs',
  ],
]
