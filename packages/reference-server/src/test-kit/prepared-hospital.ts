import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseTemplate } from '../platform/database/tests/create-test-database.testing.ts'
import { readOutboxPosition } from '../platform/events/read-outbox.ts'
import { composedOnce, environmentOf, prepareServerFixture } from '../tests/compose-server.testing.ts'
import type { PartnerName } from './sandbox-partners.ts'
import { openHospital, type HospitalRecord, type TestHospital, type TestHospitalOptions } from './test-hospital.ts'

/** What many test files begin with. It is made once in a run for each engine, and every file gets a copy. */
export interface HospitalTemplate<Prepared> {
  /** Lower-case letters, digits and underscores. */
  readonly name: string
  /** When it is prepared. */
  readonly now: string
  /** Prepares a hospital without partners. The result is kept as JSON. */
  prepare(hospital: TestHospital): Promise<Prepared>
}

interface StoredHospital<Prepared> {
  readonly record: HospitalRecord
  readonly prepared: Prepared
}

/** A copy of a prepared hospital, on a server of its own with its own partners and clock. Its events are delivered. */
export const createPreparedHospital = async <Prepared, Partner extends PartnerName = never>(
  template: HospitalTemplate<Prepared>,
  options: Omit<TestHospitalOptions<Partner>, 'hasOrganization' | 'codeSets'>,
): Promise<{ readonly hospital: TestHospital<Partner>; readonly prepared: Prepared }> => {
  const place = await prepareServerFixture(options.engine, databaseTemplateOf(template, options.engine))
  const stored = JSON.parse(await readFile(fileIn(place.files), 'utf8')) as StoredHospital<Prepared>
  return { hospital: await openHospital(options, place, stored.record), prepared: stored.prepared }
}

const fileIn = (files: string): string => join(files, 'hospital.json')

const databaseTemplateOf = <Prepared>(
  { name, now, prepare }: HospitalTemplate<Prepared>,
  engine: TestHospitalOptions['engine'],
): DatabaseTemplate => ({
  name,
  from: composedOnce,
  fill: async (url, files) => {
    const place = { environment: environmentOf(files, url), remove: async () => undefined }
    const hospital = await openHospital({ engine, now }, place)
    const prepared = await prepare(hospital)
    await hospital.settle()
    const stored: StoredHospital<Prepared> = {
      record: {
        organizationId: hospital.organizationId,
        portal: hospital.portal,
        types: [...hospital.types.values()],
        delivered: await readOutboxPosition(hospital.platform.database.readerAcross('platform')),
      },
      prepared,
    }
    await writeFile(fileIn(files), JSON.stringify(stored))
    await hospital.stop()
  },
})
