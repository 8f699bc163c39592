import { nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { Organization, Visit } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { DeviceKind, VideoDevice } from '../video/driver.ts'
import { devicesDialog, emergencyDialog, endDialog, type Outcome } from './dialogs.ts'
import type { videoRoomEn } from './video-room.messages.ts'

type Host = ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement }

export interface RoomDialogsView {
  readonly t: Translate<typeof videoRoomEn>
  readonly visit: Visit
  readonly organization: Organization | null
  readonly devices: readonly VideoDevice[]
  readonly onEnd: (outcome: Outcome) => void
  readonly onDevice: (kind: DeviceKind, id: string) => void
}

/** At most one dialog over the room. Escape closes it, and the focus goes back to the button that opened it: both are the browser's. */
export class RoomDialogs implements ReactiveController {
  #host: Host
  #shown: 'end' | 'emergency' | 'devices' | null = null

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  get isOpen(): boolean {
    return this.#shown !== null
  }

  hostUpdated(): void {
    const dialog = this.#host.renderRoot.querySelector('dialog')
    if (dialog && !dialog.open) dialog.showModal()
  }

  showEnd = (): void => this.#show('end')

  /** Needs nothing but what is in the page already. */
  showEmergency = (): void => this.#show('emergency')

  showDevices = (): void => this.#show('devices')

  close = (): void => this.#show(null)

  view({ t, visit, organization, devices, onEnd, onDevice }: RoomDialogsView): TemplateResult | typeof nothing {
    if (this.#shown === 'end') return endDialog(t, onEnd, this.close)
    if (this.#shown === 'emergency') return emergencyDialog(t, visit, organization, this.close)
    return this.#shown === 'devices' ? devicesDialog(t, devices, onDevice, this.close) : nothing
  }

  #show(dialog: 'end' | 'emergency' | 'devices' | null): void {
    this.#shown = dialog
    this.#host.requestUpdate()
  }
}
