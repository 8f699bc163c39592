/** Registers every element under `visit-`. For a prefix of your own call `defineAll({ prefix })` instead. */
import './audit-log.ts'
import './booking.ts'
import './device-check.ts'
import './intake.ts'
import './provider.ts'
import './queue.ts'
import './video-room.ts'
import './waiting-room.ts'
