import type { LocalMedia } from '../video/driver.ts'
import type { Call } from './call.ts'
import type { RecordedPerson } from './call-recorder.ts'

type Media = Pick<LocalMedia, 'audio' | 'camera' | 'microphoneOn' | 'screen'>

const recordedOf = ({ audio, camera, microphoneOn, screen }: Media): RecordedPerson => ({
  picture: screen ?? camera,
  sounds: [microphoneOn ? audio : null, screen],
})

/** The people in these seats, and no one else: who comes in later has not agreed to what is recorded now. */
export const recordedPeople = (
  { driver, seat, others }: Pick<Call, 'driver' | 'others' | 'seat'>,
  seats: ReadonlySet<string>,
): readonly RecordedPerson[] => {
  if (!driver || !seat) return []
  const own = seats.has(seat.id) ? [recordedOf(driver.local)] : []
  return [...own, ...others.filter(({ id }) => seats.has(id)).map(recordedOf)]
}
