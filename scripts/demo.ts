import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from './build-if-stale.ts'
import { demoPortsAround } from './demo-ports.ts'
import { startDemo } from './start-demo.ts'
import { isUsablePort, takenPorts } from './taken-ports.ts'
import { startPostgres } from './start-postgres.ts'
import './assert-node.ts'

const { values } = parseArgs({
  options: {
    video: { type: 'string', default: 'peer' },
    /** The mode of the simulated Daily account: `hipaa` or `plain`. */
    'video-mode': { type: 'string', default: 'hipaa' },
    postgres: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    /** The port of the portal. The server and the partners use those from 300 below to 600 above it. */
    port: { type: 'string', default: '4300' },
  },
})
const port = Number(values.port)
const ports = demoPortsAround(port)
const unusable = Object.values(ports).filter((each) => !isUsablePort(each))
const taken = await takenPorts(Object.values(ports).filter(isUsablePort))
const fault = !Number.isInteger(port)
  ? `--port is ${values.port}; it must be a number.`
  : unusable.length > 0
    ? `--port ${port} needs the port ${unusable.join(' and ')}, which no browser can call.`
    : taken.length > 0
      ? `Port ${taken.join(' and ')} cannot be used: something listens there already.`
      : null
if (fault !== null) {
  console.error(`${fault} Choose another: npm run demo -- --port 5300`)
  process.exit(2)
}
if (values.video !== 'peer' && values.video !== 'daily') {
  console.error(
    `--video is ${values.video}; it can be "peer" (between the two browsers) or "daily" (the simulated Daily).`,
  )
  process.exit(2)
}
const videoMode = values['video-mode']
if (videoMode !== 'hipaa' && videoMode !== 'plain') {
  console.error(`--video-mode is ${videoMode}; it can be "hipaa" or "plain", and counts with --video daily.`)
  process.exit(2)
}

const folder = resolve(
  '.data',
  `demo-${values.video}${videoMode === 'plain' ? '-plain' : ''}${values.postgres ? '-postgres' : ''}${port === 4300 ? '' : `-${port}`}`,
)
// A temporary PostgreSQL keeps nothing of the last start, so its registration is gone too.
if (values.fresh || values.postgres) await rm(folder, { recursive: true, force: true })
const started = performance.now()
const log = (line: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`)
const isFirst = !existsSync(join(folder, 'registered'))
console.log(
  isFirst
    ? 'First start: this takes about a minute. The next one takes seconds.\n'
    : 'Starting with the data of the last run.\n',
)

await buildIfStale('elements', log)
const postgres = values.postgres ? await startPostgres() : null
const demo = await startDemo({
  folder,
  postgresUrl: postgres?.url ?? null,
  video: values.video,
  videoMode,
  ports,
  log,
  verbose: values.verbose,
}).catch(async (error: unknown) => {
  console.error(`\nThe demo could not start. ${error instanceof Error ? error.message : String(error)}`)
  // There is no release yet, so tables of an earlier version are not migrated; the demo holds generated data only.
  if (!isFirst)
    console.error('\nThe data may be of an earlier version: "npm run demo -- --fresh" begins with new data.')
  await postgres?.stop()
  process.exit(1)
})

console.log(`
Ready. Open these side by side:

  the patient     ${demo.portalUrl}/            "Sign in", choose Ana Duarte
  the clinician   ${demo.portalUrl}/clinic      choose Dr Grace Oyelaran
  the biller      ${demo.portalUrl}/desk        choose Sam Reyes

Ana Duarte has a past of three visits for her blood pressure, Yusuf Rahimi one of three sessions that he paid himself: see their
summaries, messages and bills, and, in the clinic, the chart.

Before and during the call:

  1. Patient: Book a visit, Urgent care, the first time that is offered, Book.
  2. Patient: agree (the text has changed since she last did), answer the questions, say where you are, check in. You are in the waiting room.
  3. A colleague, in a third window: ${demo.portalUrl}/clinic, choose Dr Tomas Lindqvist. Queue of: Dr Grace Oyelaran. It is hers and does not open.
     Take cover, say why: it opens, and she sees above her own queue who covers for her. End cover.
  4. Clinician, Queue: Ana Duarte is there. Admit her: you are in the room at once, and her note opens beside it.
  5. Patient: Join the visit. You see each other; the server carries no picture and no sound.
  6. Clinician: beside the room, Chart: her tablets, her cholesterol over time, what is still open after her visits; add an allergy to penicillin. Note: it has begun with her answers. End visit.

After it. Nobody has to reload a page:

  7. Clinician: fill in the note (or take an order set: type "strep"), search a diagnosis as you say it ("htn", "sore throat", "migrane"), add the
     service T1015, sign. Prescribe and Order a test are below the note; ? lists the keys. The patient's summary appears.
     (Signed in for more than five minutes? A window asks once more who you are.)
  8. Clinician, Prescriptions: type "amox", take the favorite "Strep throat, adult": all is filled in. Once a reason answers the
     alert, send it to Example Street Pharmacy.
     Its answers arrive: accepted by the pharmacy, then dispensed. The patient sees the same.
  9. Clinician, Labs: order CBC. The simulated laboratory answers within ten seconds. Review it, write a comment and show it to the patient.
     Patient, Record: the values with their ranges, and the comment.
 10. Biller: Ready to send, Ana Duarte: what her payer says of her coverage. Submit. The clearinghouse and the payer answer within half a minute, up to "Paid".
 11. Patient, Bills: what insurance paid, and what is left. Pay it on the simulated processor's page.
 12. Patient, Messages: ask about a test result. Clinician, Messages: answer. (Other questions go to the nurse, Nia Brandt, at the desk.)
 13. Patient: "Who saw my record". It also names Dr Tomas Lindqvist, covering for Dr Grace Oyelaran.
 14. Patient, Home, "People who help me": invite another person. In a third window open the portal, "I was invited", choose Jordan Duarte, whom the
     clinic does not know, and type the code. Jordan acts for Ana now; she can end it on the same page.
 15. Clinician, Schedule: "I am away", tomorrow: she sees which visits it affects before it is saved. Their patients get a message, and
     the front desk (${demo.portalUrl}/desk, Jo Marsh) sees below the inbox which visits need another time.
 16. Patient: book again, and tick "Pain or pressure in the chest". Clinician, nurse (Nia Brandt) and front desk read the alert at once, with
     telephone and address. One of them acts on it: the patient reads who has seen it.
 17. Front desk, New visit: a visit that repeats, one outside the hours with a reason, or one for each of a family. Waitlist, Closures, Rooms:
     what patients wait for, and what the clinic has.
 18. Patient, "Who saw my record": ask about an access. Robin Adler, privacy officer (${demo.portalUrl}/desk): the question, what links the
     person to the patient, and the deadline. Answer it; the patient reads the answer.
 19. Patient, Settings, "Your privacy" (${demo.portalUrl}/privacy): a copy of the whole record, and a request to correct it. Robin answers.
 20. Robin, "Privacy and security program": what is due, recurring tasks, training, who has access, risks, incidents and their deadlines.
     "Proof of the access log": the newest signature, and that a witness, which the demo simulates, has it too.

What was sent by mail and as text messages: http://localhost:${ports.inbox}/messages and http://localhost:${ports.sms}/messages

Everyone here is fictional. Stop with Ctrl+C; ${values.postgres ? 'the next start begins with new data.' : 'the next start continues where you were, "npm run demo -- --fresh" begins with new data.'}
`)

const stop = async (): Promise<void> => {
  console.log('\nStopping.')
  await demo.stop()
  await postgres?.stop()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
