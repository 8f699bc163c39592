import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { Organization, Visit, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { forgetForWhom, nameForWhom } from '../core/for-whom.ts'
import { Loader } from '../core/loader.ts'
import { PatientLabel } from '../core/patient-label.ts'
import { problemView } from '../core/problem-view.ts'
import type { Shortcut } from '../core/shortcut-list.ts'
import { ShortcutKeys } from '../core/shortcuts.ts'
import { VisitElement } from '../core/visit-element.ts'
import { loadingRows } from '../core/loading-rows.ts'
import type { VideoParticipant } from '../video/driver.ts'
import { Call } from './call.ts'
import { CallAnnouncer } from './call-announcer.ts'
import type { Outcome } from './dialogs.ts'
import { LazyDuringCall } from './lazy-during-call.ts'
import { SelfPreview } from './self-preview.ts'
import { nameOf } from './name-of.ts'
import { endedView, signedOutView } from './call-banner.ts'
import { prejoinView } from './prejoin.ts'
import { rejectWithProblem } from './reject-with-problem.ts'
import { isStopped, readRoom } from './read-room.ts'
import type { RoomSession } from './session-in-room.ts'
import { RoomDialogs } from './room-dialogs.ts'
import { roomStage } from './room-stage.ts'
import { SessionGuard } from './session-guard.ts'
import { SoundOutput } from './sound-output.ts'
import { videoRoomMessages } from './video-room.messages.ts'
import { videoRoomStyles } from './video-room.styles.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-joined': CustomEvent<{ visitId: string; seatId: string }>
    'visit-left': CustomEvent<{ visitId: string }>
    'visit-ended': CustomEvent<{ visitId: string }>
    'visit-return-requested': CustomEvent<{ visitId: string }>
  }
}

/**
 * The room of one visit: a preview, then the call. Works with every video vendor that the organization may use.
 *
 * @slot aside - The page's own content next to the video, e.g. the chart. Hidden after the session has ended, while the call continues.
 * @fires visit-joined - {CustomEvent<{ visitId: string, seatId: string }>} The person is in the room.
 * @fires visit-left - {CustomEvent<{ visitId: string }>} The person left; the visit continues.
 * @fires visit-ended - {CustomEvent<{ visitId: string }>} The visit has ended for everyone.
 * @fires visit-return-requested - {CustomEvent<{ visitId: string }>} The person wants to see the room again, which the page hides or has
 *   scrolled away. Show it; cancel the event if the page also scrolls to it.
 * @fires visit-consent-requested - {CustomEvent<{ patientId: string, purposes: string, visitId?: string, state?: string }>} The call has
 *   stopped, because these consents were revoked, or a seat was refused without them, and the patient wants to read them; or the patient
 *   agrees to a recording (`recording`), and the call goes on. Show a consent dialog for these, and then the room.
 * @csspart prejoin - The preview before joining.
 * @csspart stage - The dark surface with the pictures.
 * @csspart participant - Each other person.
 * @csspart remote-video - Each other person's picture.
 * @csspart self - The person's own picture.
 * @csspart controls - The bar of buttons.
 * @cssproperty --visit-stage-background - Color of the stage.
 * @cssproperty --visit-stage-radius - Corners of the room.
 */
export class VisitVideoRoom extends VisitElement {
  static override styles: CSSResultGroup = [VisitElement.styles, videoRoomStyles]
  static override properties: PropertyDeclarations = {
    visitId: { attribute: 'visit-id' },
    autojoin: { type: Boolean },
    guestUrl: { attribute: 'guest-url' },
    left: { state: true, attribute: false },
  }
  static override restartOn = ['visitId']

  /** The id of the visit. */
  declare visitId: string
  /** Joins without the preview. For clinicians who have just pressed Admit. */
  declare autojoin: boolean
  /** The address of the page on which a guest types the code. Shown to who invites one. Never has a code in it. */
  declare guestUrl: string
  declare private left: boolean

  /** Whether the person is in the call, seen and heard as far as their devices are on. */
  get inCall(): boolean {
    return this.#call.isIn
  }

  #t = this.language.bundle(videoRoomMessages)
  #visit = new Loader<Visit>(this)
  #joining = new Loader<string | null>(this)
  #ending = new Loader<null>(this)
  #call = new Call(this)
  #mirror = new SelfPreview(this)
  #sound = new SoundOutput(this)
  #dialogs = new RoomDialogs(this, this.#call, this.#mirror, this.#sound)
  #guard = new SessionGuard(this, this.#call)
  #organization: Organization | null = null
  #patient = new PatientLabel(this)
  #isPractitioner = false
  #session: RoomSession | null = null

  #nameOf = (participant: Pick<VideoParticipant, 'id' | 'role'>): string => {
    const visit = this.#visit.value
    const guest = this.#during.part?.guests.nameOf(participant.id)
    return guest ?? (visit ? nameOf(this.#t, visit, participant, this.#isPractitioner, this.#patient.name) : '')
  }
  #awaited = (): string => {
    const name = this.#visit.value?.practitioner.displayName ?? ''
    return this.#isPractitioner ? this.#t('waitingForPatient') : this.#t('waitingFor', { name })
  }
  #during = new LazyDuringCall(this, {
    ...{ t: this.#t, call: this.#call, nameOf: this.#nameOf, awaited: this.#awaited },
    phone: () => this.#visit.value && this.#phoneOfOthers(this.#visit.value),
    visit: () => this.#visit.value,
    isStaff: () => this.#isPractitioner,
    session: () => this.#session,
    guestUrl: () => this.guestUrl,
    onVisit: (visit) => this.#changed(visit),
  })

  constructor() {
    super()
    this.addController(new ShortcutKeys(this, () => this.#shortcuts()))
    this.addController(new CallAnnouncer(this, this.#t, this.#call, this.#nameOf))
    this.visitId = ''
    this.autojoin = false
    this.guestUrl = ''
    this.left = false
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    const { visitId } = this
    if (!visitId) return
    const inCall = this.#call.seat?.visitId === visitId
    if (inCall) this.#call.resume(client)
    else void this.#call.leave()
    void this.#visit.run(
      async () => {
        const { visit, me, organization } = await readRoom(client, this.connection, visitId, {
          signal,
          onChange: (changed) => this.#changed(changed),
        })
        this.#organization = organization ?? null
        this.#isPractitioner = me?.practitionerId === visit.practitioner.id
        void nameForWhom(this, this.connection, visit.patientId)
        if (this.#isPractitioner) this.#patient.open(client, visit.patientId, signal)
        this.#session = { client, visit, signal }
        if (isStopped(visit)) {
          void this.#call.leave()
          await this.#during.load()
          return visit
        }
        if (visit.status === 'ended' || inCall) return visit
        if (await this.#during.isElsewhere(visit)) return visit
        if (this.autojoin) queueMicrotask(() => void this.#join())
        else void this.#mirror.open()
        return visit
      },
      { quietly: inCall },
    )
  }

  /** The call continues with the emergency data; all other data is cleared. */
  protected override wipe(): void {
    this.#dialogs.close()
    this.#mirror.close()
    this.#session = null
    this.#patient.reset()
    forgetForWhom(this)
    if (this.#call.isIn) return
    void this.#call.leave()
    this.#visit.reset()
    this.#joining.reset()
    this.#organization = null
    this.announce('')
  }

  #changed(visit: Visit): void {
    const before = this.#visit.value
    this.#visit.set(visit)
    this.#during.part?.follow(visit)
    if (before && isStopped(before) !== isStopped(visit)) this.#stopOrResume(visit)
    if (visit.status !== 'ended' || !before || before.status === 'ended') return
    this.#dialogs.close()
    void this.#call.leave()
    this.#mirror.close()
    emit(this, 'visit-ended', { visitId: visit.id })
    this.announce(this.#t('endedHeading'))
  }

  /** A revoked consent ends the call and not the visit. */
  #stopOrResume(visit: Visit): void {
    if (visit.status === 'ended') return
    if (!isStopped(visit)) {
      void this.#mirror.open()
      return
    }
    this.left ||= this.#call.driver !== null
    this.#dialogs.close()
    this.#mirror.close()
    void this.#call.leave()
    void this.#during.load().then(
      (part) => part.sayStopped(),
      () => this.startAgain(),
    )
  }

  async #join(): Promise<void> {
    const { client, visitId } = this
    if (!client || this.#joining.busy || !this.isConnected) return
    const options = { ...this.connection?.videoOptions, vendor: this.#visit.value?.vendor }
    const seatId = await this.#joining.run(async (signal) => {
      // No picture and no sound without their sign.
      await this.#during.load()
      // Removed from the page in the meantime: no one would close the devices.
      const visit = this.#visit.value
      if (signal.aborted || !visit || visit.status === 'ended' || isStopped(visit)) return null
      // The call continues with the camera of the preview: in some browsers only one consumer can use it at a time.
      const choice = this.#mirror.handOver()
      return (await this.#call.join(client, visitId, choice, options).catch(rejectWithProblem))?.id ?? null
    })
    if (!seatId && this.#joining.problem) await this.#mirror.open()
    if (!seatId) return
    this.left = false
    this.#during.part?.joined()
    emit(this, 'visit-joined', { visitId, seatId })
    // A person who joined with another press may already type in a note.
    const { activeElement } = document
    if (!this.autojoin || activeElement === document.body || activeElement === this) await moveFocus(this, '.stage')
  }

  async #leave(): Promise<void> {
    const { visitId } = this
    this.#dialogs.close()
    // Before the call: what was recorded ends with the press, and its last piece needs the seat.
    const seatIsNeeded = this.#during.part?.recording.finish()
    const leaving = this.#call.leave({ seatIsNeeded })
    this.left = true
    // Signed out in the meantime: clear all data of the visit.
    if (!this.client) this.wipe()
    await leaving
    emit(this, 'visit-left', { visitId })
    await moveFocus(this, 'h2')
  }

  #end(outcome: Outcome): void {
    const { client, visitId } = this
    if (!client || this.#ending.busy) return
    void this.#ending.run(async () => {
      await this.#during.part?.recording.finish()
      this.#changed(await client.visits.end(visitId, { outcome }))
      return null
    })
  }

  #shortcuts(): readonly Shortcut[] {
    const mayEnd = this.#isPractitioner && this.#call.driver !== null && this.client !== null
    return mayEnd ? [{ key: 'e', label: this.#t('end'), run: this.#dialogs.showEnd }] : []
  }

  /** Of the clinic for the patient, and of the patient for the clinician. */
  #phoneOfOthers({ callbackPhone }: Visit): string | undefined {
    return this.#isPractitioner ? callbackPhone : this.clinicPhone
  }

  #inRoom(visit: Visit): TemplateResult {
    const during = this.#during.part
    return html`<div class="room ${during?.chat.className}">
      ${roomStage({
        ...{ t: this.#t, call: this.#call, dialogs: this.#dialogs, sound: this.#sound, nameOf: this.#nameOf },
        isInterpreter: (participant) => this.#during.part?.guests.isInterpreter(participant) ?? false,
        ...{ awaited: this.#awaited(), timer: during?.timer(), phone: this.#phoneOfOthers(visit) },
        ...{ recording: visit.recording, isPractitioner: this.#isPractitioner },
        ...{ canEnd: this.client !== null, ending: this.#ending.busy, isSignedOut: !this.client },
        captions: during?.captions,
        ...{ notices: during?.notices(), chat: during?.buttons(), fullScreen: during?.fullScreenButton() },
        onConnectAgain: this.client ? () => void this.#join() : null,
        onSignIn: this.#guard.canSignIn ? () => this.#guard.signIn() : null,
        onLeave: () => void this.#leave(),
      })}
      ${during?.panels()}${this.client ? html`<slot name="aside"></slot>` : nothing}
    </div>`
  }

  #before(): TemplateResult {
    const [t, { lastError, state }] = [this.#t, this.#call]
    const { problem, busy } = this.#joining
    const elsewhere = this.#during.part?.elsewhere
    const { value: visit } = this.#visit
    const errorText = lastError && !problem ? t(`trouble_${lastError}`) : undefined
    const chat = visit?.status === 'waiting' ? nothing : this.#during.part?.beforeJoining()
    return html`${prejoinView({
      t,
      selfPreview: this.#mirror,
      entering: busy ? (state === 'getting-devices' ? state : 'connecting') : null,
      again: this.left || errorText !== undefined,
      elsewhere,
      problem: problem
        ? problemView(this, problem, {
            ...{ texts: t, again: () => void this.#join() },
            actions: this.#during.part?.consentButton(problem.code),
          })
        : errorText && !elsewhere && html`<div class="banner warn" role="alert"><p>${errorText}</p></div>`,
      phone: visit && this.#phoneOfOthers(visit),
      ...{ canJoin: this.client !== null, onDevices: this.#dialogs.showDevices },
      onJoin: () => void this.#join(),
    })}${chat}`
  }

  protected override render(): unknown {
    const [t, { now }] = [this.#t, this.#visit]
    if (now.state === 'failed') return problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
    if (now.state === 'idle' && !this.client && this.left && this.#guard.canSignIn)
      return signedOutView(t, () => this.#guard.signIn())
    if (now.state !== 'ready') return loadingRows(t('loading'), 'card pad stack')
    const visit = now.value
    if (visit.status === 'ended') return html`${endedView(t)}${this.#during.part?.beforeJoining()}`
    const isIn = this.#call.driver !== null && this.#joining.now.state === 'ready'
    const room = isStopped(visit)
      ? this.#during.part?.stopped(visit, this.#dialogs.showEnd)
      : isIn
        ? this.#inRoom(visit)
        : this.#before()
    const refused = this.#ending.problem && problemView(this, this.#ending.problem, { texts: t })
    const dialog = this.#dialogs.view({
      ...{ t, visit, format: this.format, organization: this.#organization },
      onEnd: (outcome) => this.#end(outcome),
    })
    return html`${refused ?? nothing}${room}${dialog}`
  }
}
