import type { WebSocket } from 'ws'
import type { MediaState, Meetings, Participant } from './meetings.ts'

/** Messages of a call machine. */
type Incoming =
  | { type: 'join'; room: string; token?: string; media: MediaState }
  | { type: 'media'; media: MediaState }
  | { type: 'signal'; to: string; data: unknown }
  | { type: 'app-message'; to: string; data: unknown }
  | { type: 'eject'; sessionId: string }
  | { type: 'transcription'; on: boolean }

const describe = ({ sessionId, userId, userName, owner, mayShareScreen, joinedAt, media }: Participant) => ({
  sessionId,
  userId,
  userName,
  owner,
  mayShareScreen,
  joinedAt: joinedAt.getTime(),
  media,
})

/**
 * The connection of one call machine: it joins one room, receives the list of participants, and forwards what the browsers need to connect
 * to each other. This protocol is the sandbox's own; only its call machine uses it.
 */
export const serveCallSocket = (socket: WebSocket, meetings: Meetings): void => {
  let room: string | null = null
  let me: Participant | null = null
  const send = (message: object): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
  }
  const others = (): readonly Participant[] => meetings.present(room ?? '').filter((participant) => participant !== me)

  const handleMessage = (message: Incoming): void => {
    if (message.type === 'join') {
      if (me) return
      const joined = meetings.join({ ...message, send, disconnect: () => setTimeout(() => socket.close(), 50) })
      if (typeof joined === 'string') {
        send({ type: 'refused', reason: joined })
        socket.close()
        return
      }
      room = message.room
      me = joined
      send({ type: 'joined', me: describe(me), others: others().map(describe) })
      for (const other of others()) other.send({ type: 'arrived', participant: describe(me) })
      return
    }
    if (!me) return
    const from = me.sessionId
    if (message.type === 'media') {
      const refused = message.media.screenVideo && !me.mayShareScreen
      me.media = { ...message.media, ...(refused ? { screenVideo: false, screenAudio: false } : {}) }
      for (const other of others()) other.send({ type: 'media', sessionId: from, media: me.media })
    } else if (message.type === 'signal') {
      others()
        .find(({ sessionId }) => sessionId === message.to)
        ?.send({ type: 'signal', from, data: message.data })
    } else if (message.type === 'app-message') {
      const chosen = others().filter(({ sessionId }) => message.to === '*' || sessionId === message.to)
      for (const other of chosen) other.send({ type: 'app-message', from, data: message.data })
    } else if (message.type === 'transcription') {
      // Daily: "Only meeting owners and participants with canAdmin: 'transcription' can start or stop transcription".
      if (me.owner) meetings.transcribe(room ?? '', message.on, from)
      else send({ type: 'transcription-refused' })
    } else if (message.type === 'eject' && me.owner) {
      meetings.eject(room ?? '', ({ sessionId }) => sessionId === message.sessionId, 'ejected')
    }
  }

  socket.on('message', (data: Buffer) => {
    let message: Incoming
    try {
      message = JSON.parse(data.toString('utf8')) as Incoming
    } catch {
      return socket.close(1003)
    }
    handleMessage(message)
  })
  socket.on('close', () => {
    if (room && me) meetings.leave(room, me.sessionId)
  })
}
