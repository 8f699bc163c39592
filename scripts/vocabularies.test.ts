import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { vocabularies, type VocabularyName } from '@visitkit/contract/vocabularies'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { elementsProgram, methodsCalled } from './methods-called.ts'
import { plantedProgram } from './planted-program.ts'
import { plantedTree, type ErrorsIn, type PlantedTree } from './planted-tree.ts'

/* Compiles code that must not compile. */

const root = join(import.meta.dirname, '..')
const elements = join(root, 'packages/elements')
const generatedTypes = join(root, 'packages/contract/generated/types.ts')

const sources = globSync('src/**/*.ts', { cwd: elements })
  .map((path) => join(elements, path))
  .filter((path) => !/\.(stories|test)\.ts$/.test(path))
/** One of `parts` of these, another at each commit. */
const ofThisRun = <One>(all: readonly One[], parts: number): readonly One[] => {
  const turn = process.env['TEST_SAMPLES'] ?? 'all'
  return turn === 'all' ? all : all.filter((_, index) => index % parts === Number(turn) % parts)
}
const textOf = (path: string): Promise<string> => readFile(path, 'utf8')

/** Removes the first, the middle and the last text from an object of texts, each of which has its own lines. */
const withoutKey = (text: string, which: 'first' | 'middle' | 'last'): { text: string; key: string } => {
  const rows = [...text.matchAll(/^ {2}('[^']+'|\w+):(?:.*,|(?:.*\n)+? {2}[\]}],?)$/gm)]
  const row = rows[which === 'first' ? 0 : which === 'middle' ? Math.floor(rows.length / 2) : rows.length - 1]
  if (!row) throw new Error('no text was found')
  const [whole, key = ''] = row
  return { text: text.replace(`${whole}\n`, ''), key: key.replaceAll("'", '') }
}

describe('an element', () => {
  let tree: PlantedTree
  beforeAll(async () => {
    tree = await plantedTree(root, 'packages/elements')
  })
  afterAll(() => tree.remove())

  const isTranslation = (path: string): boolean => /\.(es|ar)\.ts$/.test(path)
  const english = sources.filter((path) => /\.(en|problems)\.ts$/.test(path))

  it.each(ofThisRun(['first', 'middle', 'last'] as const, 3))(
    'that lacks its %s text in one language does not compile',
    async (which) => {
      const translations = sources.filter(isTranslation)
      expect(translations.length).toBeGreaterThan(40)
      const keys = new Map<string, string>()
      const changed = new Map<string, string>()
      for (const path of translations) {
        const { text, key } = withoutKey(await textOf(path), which)
        changed.set(path, text)
        keys.set(path, key)
      }
      const errorsIn = await tree.errorsWith(changed)
      for (const path of translations) expect(errorsIn([path]).join('\n'), basename(path)).toContain(keys.get(path))
    },
  )

  it.each(['en', 'problems'])('that lacks one of its English %s does not compile', async (kind) => {
    const files = english.filter((path) => path.endsWith(`.${kind}.ts`))
    const changed = new Map<string, string>()
    const keys = new Map<string, string>()
    for (const path of files) {
      const whole = await textOf(path)
      // All its texts are those of a shared part, which is in this list too.
      if (whole.includes('= {} as const satisfies')) continue
      const { text, key } = withoutKey(whole, 'middle')
      changed.set(path, text)
      keys.set(path, key)
    }
    expect(keys.size).toBeGreaterThan(5)
    const errorsIn = await tree.errorsWith(changed)
    for (const path of keys.keys()) {
      const folder = sources.filter((other) => dirname(other) === dirname(path))
      expect(errorsIn(folder).join('\n'), basename(path)).toContain(keys.get(path))
    }
  })

  /** Codes that no element shows, and why. */
  const notShown: Readonly<Partial<Record<VocabularyName, string>>> = {
    AccessCaseStatus: 'a case is shown by who works on it, its date and what was found',
    AccessOutcome: 'only a refused access is marked',
    AppointmentSort: 'the order of a list',
    ClaimMessageKind: 'names of the standard',
    ChartReach: 'no element has the settings of the organization',
    BookingMode: 'an element acts on it, and shows other words',
    CommonProblemCode: 'planted below',
    ServerReach: 'it is for who looks after the network; the check shows the cause that follows from it',
    ConsentPurpose: 'a consent is shown by the title of its document',
    ProceedingDecision: 'requests in legal proceedings have no screen',
    PrivacyRequestWait: 'which list a tab reads',
    ProceedingBasis: 'requests in legal proceedings have no screen',
    ProceedingGround: 'requests in legal proceedings have no screen',
    ProceedingKind: 'requests in legal proceedings have no screen',
    DraftPlace: 'names where a text was written, and only its own form reads it',
    CoverKind: 'a cover is shown by who covers whom until when',
    DeliveryReason: 'no element lists deliveries',
    EscalationRole: 'no element shows who was called about a critical value',
    EstimateGap: 'no element issues estimates',
    EstimateReason: 'no element shows what an estimate was made for',
    NoteFault: 'no element verifies notes',
    NoticeSubjectKind: 'no element lists deliveries',
    NoticeTemplate: 'no element lists deliveries',
    NotificationKind: 'no element has the preferences of notices',
    OperationProblemCode: 'planted below',
    ProblemCode: 'planted below',
    OnDemandStatus: 'no element shows the on-demand queue',
    PrescriptionCancelReason: 'no element cancels a prescription',
    OriginConfirmation: 'the answer of a person, and only its own form makes it',
    Profession: 'no element shows it: the laws of consents depend on it',
    ProxyScope: 'no element grants rights to proxies',
    SupportStatus: 'an element acts on it, and shows the reasons',
    TaskSource: 'a task is shown by its kind',
    InvitationKind: 'no element lists invitations',
    InvitationStatus: 'no element lists invitations',
    LabDocumentKind: 'the type of a file that is downloaded',
    LoginStatus: 'no element manages sign-ins',
    ProxyStatus: 'no element grants rights to proxies',
    WebhookEventType: 'no element manages webhooks',
    VideoVendor: 'the name of a company',
    WaitlistStatus: 'an element shows whether there is an offer',
    VisitOutcome: 'a clinician chooses among four; the others come from jobs',
    VisitStatus: 'an element acts on it, and shows other words',
  }
  const shown = (Object.keys(vocabularies) as VocabularyName[]).filter((name) => !(name in notShown))

  it('has a text for each code that it shows: an added code in the contract does not compile', async () => {
    const types = await textOf(generatedTypes)
    const withMoreIn = (names: readonly string[], only?: readonly string[]): Promise<ErrorsIn> => {
      const planted = names.reduce((text, name) => {
        const declared = new RegExp(`^( {8}${name}: )("[^;]+);$`, 'm')
        expect(types, name).toMatch(declared)
        return text.replace(declared, `$1$2 | "planted-${name}";`)
      }, types)
      return tree.errorsWith(new Map([[generatedTypes, planted]]), only)
    }
    const inAll = await withMoreIn(shown)
    const faulty = sources.filter((path) => inAll([path]).length > 0)
    const namedIn = (sentences: string) => (name: string) => sentences.includes(`planted-${name}"`)
    // A sentence lists a few of the codes that lack a text: with fewer planted, it lists those that it left out.
    let unnamed = shown.filter((name) => !namedIn(inAll(faulty).join('\n'))(name))
    for (let before = shown.length; unnamed.length > 0 && unnamed.length < before;) {
      before = unnamed.length
      const isNamed = namedIn((await withMoreIn(unnamed, faulty))(faulty).join('\n'))
      unnamed = unnamed.filter((name) => !isNamed(name))
    }
    const compiles: string[] = []
    // The compiler does not name these in any sentence: each is compiled by itself, a fourth of them at each commit.
    // Alone, a file lacks the events that other elements declare.
    const alone = unnamed.length === 0 ? 0 : (await tree.errorsWith(new Map(), faulty))(faulty).length
    for (const name of ofThisRun(unnamed, 4)) {
      const inOne = await withMoreIn([name], faulty)
      if (inOne(faulty).length === alone) compiles.push(name)
    }
    expect(compiles).toEqual([])
  }, 300_000)

  it('has a text for each refusal of the methods that it calls, and for refusals of any call', async () => {
    const file = join(root, 'packages/sdk/src/generated/problem-codes.ts')
    const text = (await textOf(file)).replace(/^( {2}'appointments\.book': )/m, "$1'planted_refusal' | ")
    const typesText = (await textOf(generatedTypes)).replace(/^( {8}CommonProblemCode: )/m, '$1"planted_common" | ')
    const changed = new Map([
      [file, text],
      [generatedTypes, typesText],
    ])
    const errorsIn = await tree.errorsWith(changed)
    expect(errorsIn([join(elements, 'src/booking/booking.problems.ts')]).join('\n')).toContain(
      'problem_planted_refusal',
    )
    expect(errorsIn([join(elements, 'src/core/same-to-people.ts')]).join('\n')).toContain('planted_common')
  })

  it('lists exactly the methods that it calls', async () => {
    const called = methodsCalled(elementsProgram())
    for (const [folder, methods] of called) {
      if (folder === 'core') continue
      const texts = await Promise.all(
        english.filter((path) => path.startsWith(join(elements, 'src', folder, sep))).map(textOf),
      )
      const declared = texts.flatMap((text) => {
        const [, calls = ''] = /^type Calls =((?:\s*\|?\s*'[\w.]+')+)/m.exec(text) ?? []
        return [...calls.matchAll(/'([\w.]+)'/g)].map(([, method]) => method)
      })
      // Parts of an element, each in a folder of its own, may call the same method.
      expect([...new Set(declared)].toSorted(), folder).toEqual([...methods].toSorted())
    }
  })
})

describe('a program', () => {
  it('cannot request, create or record a code that the contract does not have', () => {
    const client = join(root, 'packages/sdk/src/planted.ts')
    const server = join(root, 'packages/reference-server/src/planted.ts')
    const changed = new Map([
      [
        client,
        `import { isProblem } from './index.ts'
        export const known = (error: unknown): boolean => isProblem(error, 'slot_taken')
        export const unknown = (error: unknown): boolean => isProblem(error, 'slot_takenn')`,
      ],
      [
        server,
        `import { systemAccess } from './platform/system/system-access.ts'
        import { systemRequestContext } from './platform/system/system-request-context.ts'
        import { Problem } from './platform/problems/problem.ts'
        export const known = new Problem(409, 'slot_taken', '')
        export const refusal = new Problem(409, 'slot_takenn', '')
        const context = systemRequestContext('planted', 'organization', new Date())
        context.access.because('vist')
        export const row = systemAccess(context, {
          entity: 'LabReslt', entityId: null, patientId: null, because: 'lab', purpose: 'TREAT',
        })`,
      ],
    ])
    const { errorsIn } = plantedProgram(join(root, 'tsconfig.json'), changed, [client, server])
    expect(errorsIn([client])).toEqual([expect.stringContaining('"slot_takenn"')])
    expect(errorsIn([server])).toEqual([
      expect.stringContaining('"slot_takenn"'),
      expect.stringContaining('"vist"'),
      expect.stringContaining('"LabReslt"'),
    ])
  })
})
