import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { estimateWords } from '../packages/reference-server/src/domains/billing/estimates/model/estimate-words.ts'
import { summaryWords } from '../packages/reference-server/src/domains/follow-up/model/summary-words.ts'

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

/** A script of the portal with all languages in one object: `words.js`, for patients, and `clinic-words.js`. */
const inOneScript = (name: string, exported: string): TextFile => ({
  name,
  proofs: `examples/portal/public/${name}.promises.json`,
  load: async (language) => {
    const all = (await import(join(root, `examples/portal/public/${name}.js`))) as Readonly<
      Record<string, Readonly<Record<PromiseLanguage, Texts>>>
    >
    return all[exported]?.[language] ?? {}
  },
})

/** A script for each language, such as those of the office. */
const inScripts = (name: string): TextFile => ({
  name,
  proofs: `examples/portal/public/${name}.promises.json`,
  load: (language) => textsIn(`examples/portal/public/${name}.${language}.js`),
})

/** What patients get as PDF, from the words of a model of the server. */
const summary: TextFile = {
  name: 'summary-words',
  proofs: 'packages/reference-server/src/domains/follow-up/model/summary-words.promises.json',
  load: async (language) => ({ ...summaryWords(language).words }),
}
const estimate: TextFile = {
  name: 'estimate-words',
  proofs: 'packages/reference-server/src/domains/billing/estimates/model/estimate-words.promises.json',
  load: async (language) => {
    const { notices: of, ...words } = estimateWords(language).words
    return { ...words, notices: of({ amount: '$400.00', days: 120, phone: '555 0100' }) }
  },
}

/** What is printed around the text of a note, and what a note begins with. */
const notePhrases: TextFile = {
  name: 'note-phrases',
  proofs: 'packages/reference-server/src/domains/documentation/model/note-phrases.promises.json',
  load: async (language) => {
    const pack = readFileSync(join(root, 'packages/reference-server/packs/note-templates/phrases.json'), 'utf8')
    return (JSON.parse(pack) as Readonly<Record<PromiseLanguage, Texts>>)[language]
  },
}

/** A document in English only, whose texts are in its source: each sentence is its own name. */
const inSource = (path: string): TextFile => ({
  name: basename(path, '.ts'),
  proofs: path.replace(/\.ts$/, '.promises.json'),
  load: async () => {
    const literals = readFileSync(join(root, path), 'utf8').matchAll(/'([^'\n]*[a-z] [^'\n]*)'/g)
    return Object.fromEntries([...literals].flatMap(([, text]) => (text ? [[text, text]] : [])))
  },
})

interface ConsentText {
  readonly title: string
  readonly sections: readonly { readonly id: string; readonly heading: string; readonly text: string }[]
}

/** What patients agree to: each section of each text, e.g. `messaging.withdrawal`. */
const consents: TextFile = {
  name: 'consent-texts',
  proofs: 'packages/reference-server/src/domains/consent/tests/consent-texts.promises.json',
  load: async (language) => {
    const files = globSync(`packages/reference-server/packs/consent/documents/*.${language}.json`, { cwd: root })
    return Object.fromEntries(
      files.toSorted().flatMap((path) => {
        const { title, sections } = JSON.parse(readFileSync(join(root, path), 'utf8')) as ConsentText
        const name = basename(path, `.${language}.json`)
        return [
          [`${name}.title`, title],
          ...sections.map(({ id, heading, text }) => [`${name}.${id}`, [heading, text]]),
        ] as const
      }),
    )
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

/** All texts of the elements and their parts, of the portal, of documents and consents, and of what is sent to patients. None is left out. */
export const textFiles: readonly TextFile[] = [
  ...globSync(['packages/elements/src/**/*.en.ts', 'examples/portal/src/*.en.ts'], { cwd: root })
    .toSorted()
    .map(inTypeScript),
  inOneScript('words', 'words'),
  inOneScript('clinic-words', 'clinicWords'),
  inScripts('office-words'),
  notices,
  summary,
  estimate,
  notePhrases,
  inSource('packages/reference-server/src/domains/billing/claims/model/superbill.ts'),
  consents,
]

export const readFromRoot = (path: string): string | null =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null
