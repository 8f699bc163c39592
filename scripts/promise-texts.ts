import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')

export type PromiseLanguage = 'en' | 'es'

/** Texts by key. A text can have several sentences or plural forms. */
export type Texts = Readonly<Record<string, unknown>>

/** Texts that people read, in one file for each language or in one for all of them. */
interface TextFile {
  /** `intake`: a sentence is named `intake.doneText`. */
  readonly name: string
  /** Where its proofs are: next to the texts, from the root of the repository. */
  readonly proofs: string
  load(language: PromiseLanguage): Promise<Texts>
}

/** Of everything that a file exports. */
const textsIn = async (path: string): Promise<Texts> =>
  Object.assign({}, ...Object.values((await import(join(root, path))) as Record<string, Texts>)) as Texts

/** A file for each language: `intake.en.ts` and `intake.es.ts`. */
const inTypeScript = (path: string): TextFile => {
  const name = basename(path, '.en.ts')
  return {
    name,
    proofs: join(dirname(path), `${name}.promises.json`),
    load: (language) => textsIn(path.replace(/\.en\.ts$/, `.${language}.ts`)),
  }
}

/** What the portal's scripts say, in all languages. */
const portalScripts: TextFile = {
  name: 'words',
  proofs: 'examples/portal/public/words.promises.json',
  load: async (language) => {
    const { words } = (await import(join(root, 'examples/portal/public/words.js'))) as {
      readonly words: Readonly<Record<PromiseLanguage, Texts>>
    }
    return words[language]
  },
}

type Template = Readonly<Record<'subject' | 'text' | 'sms', string>>

/** The last sentence of a text message. */
const stopIn = (sms: string): string => /\S[^.]*\.$/.exec(sms)?.[0] ?? ''

/** Mails and text messages: each one, and how all of them end. Their proofs are not in the folder of the packs, each file of which is a language. */
const notices: TextFile = {
  name: 'notices',
  proofs: 'packages/reference-server/src/domains/messaging/tests/notices.promises.json',
  load: async (language) => {
    const pack = readFileSync(join(root, `packages/reference-server/packs/notifications/${language}.json`), 'utf8')
    const { templates } = JSON.parse(pack) as { readonly templates: Readonly<Record<string, Template>> }
    const endings = Object.values(templates).map(({ text, sms }) => [text.split('\n\n').at(-1), stopIn(sms)])
    return {
      ...Object.fromEntries(
        Object.entries(templates).flatMap(([template, { subject, text, sms }]) => [
          [`${template}.subject`, subject],
          [`${template}.text`, text.split('\n\n').slice(0, -1)],
          [`${template}.sms`, sms.replace(stopIn(sms), '')],
        ]),
      ),
      'stop.text': [...new Set(endings.map(([mail]) => mail))],
      'stop.sms': [...new Set(endings.map(([, sms]) => sms))],
    }
  },
}

/** All texts of the elements and their parts, of the portal, and of what is sent to patients. None is left out. */
export const textFiles: readonly TextFile[] = [
  ...globSync(['packages/elements/src/**/*.en.ts', 'examples/portal/src/*.en.ts'], { cwd: root })
    .toSorted()
    .map(inTypeScript),
  portalScripts,
  notices,
]

export const readFromRoot = (path: string): string | null =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null
