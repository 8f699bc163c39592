import { seedPortal } from '../examples/portal/src/seed.ts'
import {
  registerOrganization,
  type OrganizationFile,
} from '../packages/reference-server/src/cli/register-organization.ts'
import { composeServer } from '../packages/reference-server/src/compose-server.ts'
import { readConfig } from '../packages/reference-server/src/config.ts'
import type { SandboxOptions } from '../packages/sandbox/src/start-sandbox.ts'
import { anasVisits } from './past/anas-visits.ts'
import { checkCoverages } from './past/check-coverages.ts'
import { addPhotos } from './past/add-photos.ts'
import { createFavorites } from './past/create-favorites.ts'
import { playAftercare } from './past/play-aftercare.ts'
import { demoOperator } from './past/demo-operator.ts'
import { playVisit } from './past/play-visit.ts'
import { createPastClock } from './past/past-clock.ts'
import { startPastPartners } from './past/past-partners.ts'
import { createPastPeople, type PastPeople } from './past/past-people.ts'
import { createUntil, type PastWorld } from './past/past-world.ts'
import { planCare } from './past/plan-care.ts'
import { reviseConsentText } from './past/revise-consent-text.ts'
import { yusufsVisits } from './past/yusufs-visits.ts'

/** What a demo is prepared with: JSON in DEMO_PREPARATION, because it contains secrets. */
export interface DemoPreparation {
  readonly organization: OrganizationFile & { readonly id: string }
  /** As the demo starts them, on the same ports. */
  readonly partners: SandboxOptions
  readonly video: 'peer' | 'daily'
  readonly issuer: string
  readonly portal: { readonly clientId: string; readonly origin: string }
  readonly setup: { readonly clientId: string; readonly clientSecret: string }
}

const day = 24 * 60 * 60_000
const firstDay = 120

/**
 * Registers the health system and generates a history for some of its people. It uses the real server and operations, with a clock that
 * starts months ago and advances from one visit to the next. Ends when the present is reached.
 */
const prepare = async ({ organization, partners, video, issuer, portal, setup }: DemoPreparation): Promise<void> => {
  const clock = createPastClock()
  const startedAt = clock.now()
  // Composed in the present: the packs that ship with the server are in force today, and may not have been then.
  const server = await composeServer(readConfig(process.env), { clock: clock.now, limitsRates: false })
  await registerOrganization(server, organization)
  clock.setTo(new Date(startedAt.getTime() - firstDay * day))
  const sandbox = await startPastPartners(partners, clock)
  const { url } = await server.listen()
  const log = (line: string): void => console.log(line)
  const operator = demoOperator(server, { organizationId: organization.id, issuer, now: clock.now })
  const seeded = await seedPortal({ visitkitUrl: url, operator, ...setup, log })
  const people = createPastPeople({ server, url, organizationId: organization.id, portal, seeded, clock })
  const world: PastWorld = {
    ...{ clock, people, seeded, startedAt, partners: sandbox, portalOrigin: portal.origin },
    until: createUntil(server, clock),
  }
  const visits = [...anasVisits, ...yusufsVisits].toSorted((one, other) => other.daysAgo - one.daysAgo)
  for (const story of visits) await playAftercare(world, story, await playVisit(world, story))
  await createFavorites(world)
  await addPhotos(world)
  await planCare(world)
  await checkCoverages(world)
  await reviseConsentText(world)
  await setUpCalls(people, video)
  await world.until(
    'the end of it',
    async () => (await server.platform.relay.deadLetters()).length,
    (parked) => parked === 0,
  )
  log(`${visits.length} visits of the last months, with notes, medicines, tests, scores, messages and paid bills`)
  people.close()
  await server.close()
  await sandbox.stop()
}

/**
 * Calls may be recorded, so that a newcomer sees it. The history was generated without a vendor: it has no rooms that could cost money.
 */
const setUpCalls = async (people: PastPeople, video: DemoPreparation['video']): Promise<void> => {
  const administrator = people.staff('alex.winter', 'administrator')
  const { version } = await administrator.organization.get()
  const vendor = video === 'daily' && { videoVendor: video }
  await administrator.organization.update({ ...vendor, callRecording: true, version })
}

await prepare(JSON.parse(process.env['DEMO_PREPARATION'] ?? '') as DemoPreparation)
console.log('prepared')
