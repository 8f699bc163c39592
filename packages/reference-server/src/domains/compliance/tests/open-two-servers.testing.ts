import { openHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { prepareServerFixture } from '../../../tests/compose-server.testing.ts'
import { readOutboxPosition } from '../../../platform/events/read-outbox.ts'
import { withMessagingVerbs, type MessagingHospital } from '../../messaging/tests/messaging-kit.testing.ts'

/** Two servers of one deployment, on PostgreSQL. */
export const openTwoServers = async (): Promise<{
  readonly one: MessagingHospital
  readonly other: TestHospital
  readonly stop: () => Promise<void>
}> => {
  const place = await prepareServerFixture('postgres')
  const one = withMessagingVerbs(await openHospital({ engine: 'postgres' }, place))
  await one.settle()
  const other = await openHospital(
    { engine: 'postgres' },
    { environment: place.environment, remove: async () => undefined },
    {
      organizationId: one.organizationId,
      portal: one.portal,
      types: [...one.types.values()],
      delivered: await readOutboxPosition(one.platform.database.readerAcross('platform')),
    },
  )
  const stop = async (): Promise<void> => {
    await other.stop()
    await one.stop()
  }
  return { one, other, stop }
}
