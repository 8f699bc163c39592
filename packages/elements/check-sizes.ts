import { globSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { rollup, type OutputChunk } from 'rollup'
import esbuild, { minify } from 'rollup-plugin-esbuild'
import { minifyTemplates } from './minify-templates.ts'

/**
 * Compares the exact size of each element with `sizes.json`. Fails when an element exceeds its budget, and on any difference from
 * `sizes.json`, so that growth and reduction are both recorded.
 *
 *     node packages/elements/check-sizes.ts            compares
 *     node packages/elements/check-sizes.ts --write    writes sizes.json
 *
 * The size is what one element alone adds to a page: gzip bytes of its own module and all static imports, including Lit, in English.
 * Languages, the SDK and video vendors are loaded on demand and counted separately.
 */
process.chdir(import.meta.dirname)

/**
 * KB (1000 bytes) of gzip. `goal` is from the performance plan. It was set on prototypes without themes, languages, problem texts and
 * right-to-left, which add about 5 KB to every element once. A size above `limit` fails the build. `rival` is the smallest comparable
 * component that was measured: a limit above it would be an error in this table.
 */
const BUDGETS: Readonly<Record<string, { goal: number; limit: number; rival: number }>> = {
  // Fields of 16 px on phones, and choices that are marked without `:has()`, are up to 100 bytes.
  // Six of them keep what is written until it is sent (decision 67); the code for it loads with the first text area.
  // A press renders only the rows that it changes: up to 0.4 KB for a long list, of which each element has 0.15.
  // After a new read, too: another 0.2 KB in long lists. The claims stay laid out while one of them is open, and the page shares `me`.
  // All of them have rows and chips that wrap with large text, which is up to 30 bytes.
  // The list. Its details, and the steps that change a visit, are loaded with the data.
  // Guests of a visit load when they are opened.
  appointments: { goal: 24, limit: 28.7, rival: Infinity },
  // Accesses by visit are loaded after the list.
  // Questions about an access load with the list.
  'audit-log': { goal: 15, limit: 25.2, rival: 52.7 },
  // What the desk does about a denial, search, ages, write-offs and the next payer load with the data; findings, with their sentences.
  'claim-desk': { goal: 28.5, limit: 32.5, rival: Infinity },
  // Keeps the list next to a thread where there is room. Names the threads of visits.
  messages: { goal: 15, limit: 22.1, rival: 90.6 },
  // Its pages load when they are opened.
  'clinic-settings': { goal: 20, limit: 20, rival: Infinity },
  // Its pages load when they are opened.
  'compliance-dashboard': { goal: 20, limit: 20, rival: Infinity },
  // The pages of requests and consents, and the copy of the record. Who was sent what is corrected.
  'privacy-center': { goal: 20, limit: 30.8, rival: Infinity },
  // Its tabs load when they are opened.
  // Cases of the access monitor, and the monitor, load when they are opened.
  'privacy-desk': { goal: 20, limit: 17.2, rival: Infinity },
  // Each bill as one bar, and what is true after the insurance has refused.
  statement: { goal: 18, limit: 22.5, rival: Infinity },
  // Opens what a notice announces.
  summary: { goal: 18, limit: 20.5, rival: Infinity },
  // Grew with the stacked bar in the styles of all plots. What was written in visits loads with the data.
  // What the patient says about themselves loads when it is opened; a record that was replaced says so.
  // Reported medicines, the banner of an emergency and requests about a note load when they are needed.
  chart: { goal: 21.5, limit: 28, rival: Infinity },
  // The choice of a time is a part of its own, with texts of its own, which appointments uses too: the first free one, parts of a day, and
  // the day of a time that is held already.
  // In Firefox 115 the chosen day is marked.
  booking: { goal: 20, limit: 31.6, rival: 47.6 },
  // Shoelace's dialog alone, without a consent, is 17.2.
  // Asks for one visit, where the law wants that. What is chosen in a consent of 42 CFR part 2 loads with such a text.
  'consent-dialog': { goal: 9, limit: 19.7, rival: 58.1 },
  // One speaker that a press allows, and devices that are opened again when the browser shows the page again.
  // Notices what is plugged in or unplugged, plays on the chosen speaker, remembers the choice. The measurement of the connection is loaded
  // with the check.
  'device-check': { goal: 14, limit: 21.6, rival: 63.3 },
  // Six lists with the numbers of the server, the team's tasks, the alerts, refills and the search for patients. How it reads dates is loaded
  // with the first search.
  // Says how a patient wants to be called.
  inbox: { goal: 20, limit: 28, rival: Infinity },
  // The call of the video room, without what only its participants need: messages, guests, the small window. Captions are there from the
  // first line, and so is the field of who types them.
  // Marks a recording; what a guest answers loads when a clinician asks.
  'guest-room': { goal: 17, limit: 34.8, rival: 37.2 },
  // Follows what the clinic does with an emergency answer, and shows what was written at booking. What a patient who returns confirms is loaded
  // when it is asked.
  intake: { goal: 16, limit: 24, rival: 129 },
  // Values over time, with scale, band and table, the search for diagnoses by clinicians’ words, and that for patients by all that staff know.
  // Says what a laboratory did not flag, and shows its files, codes and specimen.
  'lab-orders': { goal: 24.5, limit: 33.9, rival: Infinity },
  // Orders within the note, and the keys of the page.
  // Asks before it is left in Chrome 111 as well.
  // Each vital sign has its own time.
  'note-editor': { goal: 25, limit: 33.1, rival: Infinity },
  // Keeps what a medicine was checked with and its label, and a maximum in the directions.
  'prescription-pad': { goal: 20, limit: 22.9, rival: 502 },
  // Keeps the session when getSession is replaced with a new function.
  // Says which step of the sign-in is missing.
  provider: { goal: 8.5, limit: 15.8, rival: Infinity },
  // The calendar. What is shown in place of it loads when it is opened.
  // Guests of a visit load when they are opened.
  // Says which visit has no captions and no interpreter, and how a patient wants to be called. Lists visits whose consent was revoked.
  schedule: { goal: 30, limit: 28.7, rival: Infinity },
  // Eight kinds of data on one page, and the two plots.
  // Opens what a notice announces. Documents are loaded after the lists.
  // Has the words of a value as the laboratory's work list has them.
  record: { goal: 20, limit: 27.6, rival: Infinity },
  // Leads to the page of names; the page itself loads when it is opened.
  // Says where private messages go.
  settings: { goal: 20, limit: 26.3, rival: Infinity },
  // Alerts and reasons of expected patients; the alerts themselves and the waits of the day are loaded after the first render.
  // Its problems begin at the start of the line, and names in another script stay on the side of the page's text.
  // Guests of a visit load when they are opened.
  queue: { goal: 18, limit: 23.2, rival: 52.7 },
  // With the keys of the page.
  // Names the patient for who acts for another person.
  // Each state of a connection, with what to do: these texts are needed when nothing can be loaded.
  // Asks whether the person is in the room in another window. The small window and the rest of a call load before it begins.
  // Enters with the devices that were chosen before, and replaces one that is unplugged during the preview.
  // Has a telephone number in each state. The messages and the guests load with the rest of a call.
  // Stops when a consent is revoked; the words of it load with the rest of a call.
  // Marks a recording; what records, and asks, loads with the rest of a call.
  'video-room': { goal: 17, limit: 32.7, rival: 37.2 },
  // Says what is true of the sound and the screen; what holds them is loaded after the first render.
  'waiting-room': { goal: 13, limit: 21.8, rival: 58 },
}

/** KB of one language of one element. Arabic uses two bytes per letter; the access log has a name for each kind of data. */
const LANGUAGE_LIMIT = 5.6

interface Sizes {
  readonly elements: Record<string, number>
  readonly languages: Record<string, number>
}

const measure = async (): Promise<Sizes> => {
  const input = Object.fromEntries(
    globSync('src/define/*.ts')
      .filter((file) => basename(file) !== 'all.ts')
      .map((file) => [basename(file, '.ts'), file]),
  )
  const sizes: Sizes = { elements: {}, languages: {} }
  for (const [name, file] of Object.entries(input).toSorted(([a], [b]) => a.localeCompare(b))) {
    const bundle = await rollup({
      input: file,
      external: [/^@visitkit\/sdk/, '@daily-co/daily-js'],
      plugins: [
        nodeResolve({ extensions: ['.ts', '.js'], exportConditions: ['browser', 'production'], browser: true }),
        esbuild({ target: 'es2022', tsconfig: false }),
        minifyTemplates(),
        minify({ target: 'es2022', legalComments: 'none' }),
      ],
    })
    const { output } = await bundle.generate({ format: 'es', compact: true })
    await bundle.close()
    const chunks = output.filter((one): one is OutputChunk => one.type === 'chunk')
    const entry = chunks.find(({ isEntry }) => isEntry)
    if (!entry) throw new Error(`${file} has no output`)
    sizes.elements[name] = gzip([entry, ...importedBy(entry, chunks)])
    for (const chunk of chunks) {
      const [id = ''] = chunk.moduleIds
      if (/\.(es|ar)\.ts$/.test(id)) sizes.languages[basename(id, '.ts')] = gzip([chunk])
    }
  }
  return sizes
}

const importedBy = (chunk: OutputChunk, all: readonly OutputChunk[], seen = new Set<string>()): OutputChunk[] =>
  chunk.imports.flatMap((name) => {
    const imported = all.find(({ fileName }) => fileName === name)
    if (!imported || seen.has(name)) return []
    seen.add(name)
    return [imported, ...importedBy(imported, all, seen)]
  })

/** Each file is compressed separately, because it is sent separately. */
const gzip = (chunks: readonly OutputChunk[]): number =>
  chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0)

const sizes = await measure()
const faults: string[] = []
for (const [name, size] of Object.entries(sizes.elements)) {
  const budget = BUDGETS[name]
  if (!budget) faults.push(`${name}: no limit is set for it`)
  else if (budget.limit >= budget.rival) faults.push(`${name}: the limit allows more than others need for the same job`)
  else if (size > budget.limit * 1000) faults.push(`${name}: ${size} bytes, more than its limit of ${budget.limit} KB`)
}
for (const [name, size] of Object.entries(sizes.languages)) {
  if (size > LANGUAGE_LIMIT * 1000)
    faults.push(`${name}: ${size} bytes, more than the ${LANGUAGE_LIMIT} KB of a language`)
}

if (process.argv.includes('--write')) {
  await writeFile('sizes.json', `${JSON.stringify(sizes, null, 2)}\n`)
} else {
  const known = JSON.parse(await readFile('sizes.json', 'utf8')) as Sizes
  for (const part of ['elements', 'languages'] as const) {
    for (const name of new Set([...Object.keys(known[part]), ...Object.keys(sizes[part])])) {
      const [recorded, now] = [known[part][name] ?? 0, sizes[part][name] ?? 0]
      if (recorded !== now)
        faults.push(
          `${name}: ${now} bytes, but sizes.json says ${recorded}. Run with --write and say why in the change.`,
        )
    }
  }
}

console.table(
  Object.fromEntries(
    Object.entries(sizes.elements).map(([name, size]) => [
      name,
      {
        bytes: size,
        'goal KB': BUDGETS[name]?.goal,
        'limit KB': BUDGETS[name]?.limit,
        'rival KB': BUDGETS[name]?.rival,
      },
    ]),
  ),
)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length ? 1 : 0
