import * as elements from '@visitkit/elements'
import { loadDriver } from '@visitkit/elements/video/load-driver.js'

/** Server-side rendering without daily-js. Prints what can be imported and the error of a call with Daily. */
const driver = await loadDriver('daily')
const seat = {
  id: 'seat-1',
  vendor: 'daily',
  roomUrl: 'https://clinic.daily.example/room',
  token: 'token',
  seats: [],
  iceServers: [],
  expiresAt: new Date(Date.now() + 60_000).toISOString(),
}
const refused: unknown = await driver
  .join(seat, { microphone: true, camera: true })
  .catch((error: Error & { code?: string }) => ({ code: error.code, message: error.message }))
console.log(JSON.stringify({ hasBooking: typeof elements.VisitBooking === 'function', refused }))
