import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { GuestVisit, VisitClient } from '@visitkit/sdk'
import { CaptionWriter } from '../captions/caption-writer.ts'
import { Captions, type CaptionsInRoom } from '../captions/captions.ts'
import { captionsStyles } from '../captions/captions.styles.ts'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { LazyPart } from '../core/lazy-part.ts'
import { guardLeaving } from '../core/leave-guard.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { problemView } from '../core/problem-view.ts'
import { VisitElement } from '../core/visit-element.ts'
import type { VideoParticipant } from '../video/driver.ts'
import { Call, type SeatsOfCall } from '../video-room/call.ts'
import { rejectWithProblem } from '../video-room/reject-with-problem.ts'
import { CallAnnouncer } from '../video-room/call-announcer.ts'
import { prejoinView } from '../video-room/prejoin.ts'
import { RoomDialogs } from '../video-room/room-dialogs.ts'
import { roomStage } from '../video-room/room-stage.ts'
import { SelfPreview } from '../video-room/self-preview.ts'
import { SoundOutput } from '../video-room/sound-output.ts'
import { videoRoomMessages } from '../video-room/video-room.messages.ts'
import { videoRoomStyles } from '../video-room/video-room.styles.ts'
import { guestRoomMessages } from './guest-room.messages.ts'
import { guestRoomStyles } from './guest-room.styles.ts'

/** Each read keeps the session of a guest who waits. Milliseconds. */
const readEvery = 15_000
/** A participant is not shown before their name is known. Milliseconds. */
const readAgainAfter = 1000

const over: ReadonlySet<GuestVisit['status']> = new Set(['withdrawn', 'refused', 'removed', 'expired', 'ended'])

const ofGuest: SeatsOfCall = {
  take: (client) => client.guestVisit.takeSeat(),
  leave: (client, { id }) => client.guestVisit.leaveSeat(id).catch(() => undefined),
  recordsTroubles: false,
}

/**
 * The room of a guest: what they may do, the wait until the clinician lets them in, and the call. The session of its provider is that of a
 * guest (`exchangeGuest` of the server client), and names the visit.
 *
 * @fires visit-joined - {CustomEvent<{ visitId: string, seatId: string }>} The guest is in the room.
 * @fires visit-left - {CustomEvent<{ visitId: string }>} The guest left; the visit continues.
 * @csspart prejoin - The preview before joining.
 * @csspart stage - The dark surface with the pictures.
 * @csspart participant - Each other person.
 * @csspart remote-video - Each other person's picture.
 * @csspart self - The guest's own picture.
 * @csspart controls - The bar of buttons.
 * @cssproperty --visit-stage-background - Color of the stage.
 * @cssproperty --visit-stage-radius - Corners of the room.
 */
export class VisitGuestRoom extends VisitElement {
  static override styles: CSSResultGroup = [VisitElement.styles, videoRoomStyles, captionsStyles, guestRoomStyles]
  static override properties: PropertyDeclarations = { left: { state: true, attribute: false } }

  declare private left: boolean

  #t = this.language.bundle(videoRoomMessages)
  #own = this.language.bundle(guestRoomMessages)
  #visit = new Loader<GuestVisit>(this)
  #joining = new Loader<string | null>(this)
  #call = new Call(this, ofGuest)
  #mirror = new SelfPreview(this)
  #sound = new SoundOutput(this)
  #dialogs = new RoomDialogs(this, this.#call, this.#mirror, this.#sound)
  /** The last known status of a guest without a session. */
  #end: GuestVisit['status'] | null = null
  #readAgain: ReturnType<typeof setTimeout> | undefined

  #nameOf = ({ id, role }: Pick<VideoParticipant, 'id' | 'role'>): string => {
    const seated = this.#visit.value?.participants.find(({ seatId }) => seatId === id)
    return seated?.name ?? this.#t(`role_${seated?.role ?? role ?? 'guest'}`)
  }

  #inCaptions: CaptionsInRoom = {
    call: this.#call,
    nameOf: this.#nameOf,
    isCaptioner: (id) => this.#visit.value?.participants.find(({ seatId }) => seatId === id)?.kind === 'captioner',
  }
  #captions = new Captions(this, this.#inCaptions)
  #writer = new CaptionWriter(this, this.#inCaptions, this.#captions)

  /** Loaded when a clinician asks to record: nothing is recorded before this guest has answered. */
  #recording = new LazyPart(this, async () => {
    const { guestRecording } = await import('./guest-recording.ts')
    return guestRecording(this, {
      ...{ call: this.#call, client: () => this.client, visit: () => this.#visit.value, nameOf: this.#nameOf },
      onVisit: (visit) => this.#changed(visit),
    })
  })

  constructor() {
    super()
    this.addController(new CallAnnouncer(this, this.#t, this.#call, this.#nameOf))
    guardLeaving(this, () => this.#call.isIn)
    this.#call.isHidden = ({ id }) => !this.#visit.value?.participants.some(({ seatId }) => seatId === id)
    this.left = false
  }

  /** Whether the guest is in the call, seen and heard as far as their devices are on. */
  get inCall(): boolean {
    return this.#call.isIn
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    this.#end = null
    const watch = client.watch((reading) => client.guestVisit.get(reading), { on: ['guest.changed'], signal })
    const timer = setInterval(() => void this.#read(client, signal), readEvery)
    signal.addEventListener('abort', () => clearInterval(timer))
    void this.#visit
      .run(() => followWatch(watch, (changed) => this.#changed(changed)), { quietly: this.#call.isIn })
      .then((visit) => {
        if (visit && over.has(visit.status)) this.#over(visit.status)
        else if (visit && !visit.stopped && !this.#call.driver) void this.#mirror.open()
      })
  }

  async #read(client: VisitClient, signal?: AbortSignal): Promise<void> {
    try {
      const visit = await client.guestVisit.get(signal ? { signal } : {})
      if (this.client === client) this.#changed(visit)
    } catch {
      // The next one, or the live stream, says what has changed.
    }
  }

  #changed(visit: GuestVisit): void {
    const before = this.#visit.value
    this.#visit.set(visit)
    if (visit.recordingRequest) void this.#recording.fetch()
    if (visit.status === 'admitted' && before?.status === 'waiting') this.announce(this.#own('admittedHeading'))
    if (over.has(visit.status) || visit.visitStatus === 'ended')
      this.#over(over.has(visit.status) ? visit.status : 'ended')
    else if (before && visit.stopped !== before.stopped) this.#stoppedOrResumed(visit)
  }

  #stoppedOrResumed({ stopped, status }: GuestVisit): void {
    if (stopped) {
      this.#dialogs.close()
      void this.#call.leave({ isSeatGone: true })
      this.#mirror.close()
      this.announce(this.#own('stoppedHeading'))
    } else {
      this.left = false
      this.#joining.reset()
      void this.#mirror.open()
      if (status === 'admitted') this.announce(this.#own('admittedHeading'))
    }
    void moveFocus(this, 'h2')
  }

  #over(status: GuestVisit['status']): void {
    if (this.#end === status) return
    this.#end = status
    this.#dialogs.close()
    void this.#call.leave({ isSeatGone: true })
    this.#mirror.close()
    this.announce(this.#own(`end_${status}`))
    void moveFocus(this, 'h2')
  }

  /** A guest who was removed has no session: nothing goes on. */
  protected override wipe(): void {
    this.#end ??= this.#visit.value?.status ?? 'waiting'
    clearTimeout(this.#readAgain)
    this.#dialogs.close()
    void this.#call.leave({ isSeatGone: true })
    this.#mirror.close()
    this.#visit.reset()
    this.#joining.reset()
  }

  protected override updated(): void {
    const { client } = this
    const isUnknown = [...(this.#call.driver?.participants.values() ?? [])].some((one) => this.#call.isHidden(one))
    if (!client || !isUnknown || this.#readAgain !== undefined) return
    void this.#read(client)
    this.#readAgain = setTimeout(() => {
      this.#readAgain = undefined
      this.requestUpdate()
    }, readAgainAfter)
  }

  async #join(): Promise<void> {
    const { client } = this
    const visitId = this.#visit.value?.visitId
    if (!client || !visitId || this.#joining.busy || !this.isConnected) return
    const options = this.connection?.videoOptions ?? {}
    const seatId = await this.#joining.run(async (signal) => {
      if (signal.aborted) return null
      const choice = this.#mirror.handOver()
      return (await this.#call.join(client, visitId, choice, options).catch(rejectWithProblem))?.id ?? null
    })
    if (!seatId && this.#joining.problem) await this.#mirror.open()
    if (!seatId) return
    this.left = false
    // Whether the call is recorded, and whether this guest is asked.
    void this.#read(client)
    emit(this, 'visit-joined', { visitId, seatId })
    await moveFocus(this, '.stage')
  }

  async #leave(): Promise<void> {
    const visitId = this.#visit.value?.visitId ?? ''
    this.#dialogs.close()
    await this.#call.leave()
    this.left = true
    emit(this, 'visit-left', { visitId })
    await moveFocus(this, 'h2')
  }

  #inRoom(): TemplateResult {
    const recording = this.#recording.value
    return html`<div class="room">
      ${roomStage({
        ...{ t: this.#t, call: this.#call, dialogs: this.#dialogs, sound: this.#sound, nameOf: this.#nameOf },
        isInterpreter: ({ role }) => role === 'interpreter',
        ...{ awaited: this.#own('alone'), timer: nothing, phone: undefined },
        ...{ isPractitioner: false, canEnd: false, ending: false, isSignedOut: false },
        recording: this.#visit.value?.recording === true,
        ...{ captions: this.#captions, notices: recording?.note(), chat: recording?.button(), fullScreen: nothing },
        onSignIn: null,
        onConnectAgain: () => void this.#join(),
        onLeave: () => void this.#leave(),
      })}
      ${this.#visit.value?.kind === 'captioner' ? this.#writer.panel() : nothing} ${recording?.dialog()}
    </div>`
  }

  /** What the guest is part of, and what they may do in it. */
  #about({ clinicName, invitedBy, kind, practitionerName, start }: GuestVisit): TemplateResult {
    const own = this.#own
    return html`<section class="card pad stack about" aria-labelledby="about">
      <div class="tight">
        <h2 id="about" tabindex="-1">${own('heading', { clinic: clinicName })}</h2>
        <p>${own(`as_${kind}`, { name: invitedBy })}</p>
        <p class="muted">${own('when', { practitioner: practitionerName, time: this.format.moment(start) })}</p>
      </div>
      <div class="tight">
        <h3>${own('mayHeading')}</h3>
        <ul>
          <li>${own('may')}</li>
          <li>${own('mayNot')}</li>
          <li>${own('please')}</li>
        </ul>
      </div>
    </section>`
  }

  #before(visit: GuestVisit): TemplateResult {
    const [t, own, { lastError, state }] = [this.#t, this.#own, this.#call]
    const { problem, busy } = this.#joining
    const isAdmitted = visit.status === 'admitted'
    const hasBegun = visit.visitStatus === 'admitted' || visit.visitStatus === 'in-progress'
    const { practitionerName: practitioner } = visit
    const words = isAdmitted
      ? { heading: own('admittedHeading'), text: own('admittedText'), join: t('join') }
      : hasBegun
        ? { heading: own('askedHeading'), text: own('askedText', { practitioner }), join: '' }
        : { heading: own('notBegunHeading'), text: own('notBegunText'), join: '' }
    return html`<div class="stack">
      ${this.#about(visit)}
      ${prejoinView({
        ...{ t, selfPreview: this.#mirror, again: this.left && isAdmitted },
        entering: busy ? (state === 'getting-devices' ? state : 'connecting') : null,
        elsewhere: this.left && isAdmitted ? null : words,
        problem: problem
          ? problemView(this, problem, { texts: own, again: () => void this.#join() })
          : lastError && html`<div class="banner warn" role="alert"><p>${t(`trouble_${lastError}`)}</p></div>`,
        ...{ phone: undefined, canJoin: isAdmitted, onDevices: this.#dialogs.showDevices },
        onJoin: () => void this.#join(),
      })}
    </div>`
  }

  #stopped(visit: GuestVisit): TemplateResult {
    const own = this.#own
    return html`<div class="stack">
      <div class="card pad tight">
        <h2 tabindex="-1">${own('stoppedHeading')}</h2>
        <p>${own('stoppedText')}</p>
        <p>${own('stoppedNext')}</p>
      </div>
      ${this.#about(visit)}
    </div>`
  }

  #ended(status: GuestVisit['status']): TemplateResult {
    const own = this.#own
    return html`<div class="card pad tight">
      <h2 tabindex="-1">${own(`end_${status}`)}</h2>
      <p class="muted">${own('endText')}</p>
      ${status === 'ended' ? nothing : html`<p class="muted">${own('endAsk')}</p>`}
    </div>`
  }

  protected override render(): unknown {
    const { now } = this.#visit
    if (this.#end !== null) return this.#ended(this.#end)
    if (now.state === 'failed')
      return problemView(this, now.problem, { texts: this.#own, retry: () => this.startAgain() })
    if (now.state !== 'ready') return loadingRows(this.#own('loading'), 'card pad stack')
    const isIn = this.#call.driver !== null && this.#joining.now.state === 'ready'
    const dialog = this.#dialogs.view({
      ...{ t: this.#t, visit: null, format: this.format, organization: null, onEnd: () => undefined },
    })
    if (now.value.stopped) return this.#stopped(now.value)
    return html`${isIn ? this.#inRoom() : this.#before(now.value)}${dialog}`
  }
}
