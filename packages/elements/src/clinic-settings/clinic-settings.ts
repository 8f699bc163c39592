import { html, type TemplateResult } from 'lit'
import { ElementOfPages, type Page } from '../core/element-of-pages.ts'
import { clinicSettingsMessages } from './clinic-settings.messages.ts'

type Name = 'address' | 'calls' | 'names' | 'photos' | 'orders' | 'macros'

/**
 * What administrators decide for the clinic: its address, whether calls may be recorded, the names and photos of its practitioners, its order sets, and the text macros that all notes share.
 * One page each, loaded when it is opened.
 *
 * @attr {string | undefined} open - The page that is open at first: `address`, `calls`, `names`, `photos`, `orders` or `macros`. Default: the list of pages.
 * @csspart heading - The heading.
 */
export class VisitClinicSettings extends ElementOfPages<Name> {
  protected override readonly t = this.language.bundle(clinicSettingsMessages)
  protected override readonly pages: Readonly<Record<Name, Page>> = {
    address: {
      permission: 'organization:update',
      load: () => import('./clinic-address.ts').then(({ ClinicAddress: Part }) => new Part(this)),
    },
    calls: {
      permission: 'organization:update',
      load: () => import('./clinic-calls.ts').then(({ ClinicCalls: Part }) => new Part(this)),
    },
    names: {
      permission: 'practitioner:manage',
      load: () => import('./practitioner-names.ts').then(({ PractitionerNames: Part }) => new Part(this)),
    },
    photos: {
      permission: 'practitioner:manage',
      load: () => import('./practitioner-photos.ts').then(({ PractitionerPhotos: Part }) => new Part(this)),
    },
    orders: {
      permission: 'note-template:manage',
      load: () => import('./order-sets.ts').then(({ OrderSetsPart: Part }) => new Part(this)),
    },
    macros: {
      permission: 'note-template:manage',
      load: () => import('./shared-macros.ts').then(({ SharedMacros: Part }) => new Part(this)),
    },
  }

  protected override emptyView(): TemplateResult {
    return html`<div class="card pad tight">
      <h2>${this.t('nothingHeading')}</h2>
      <p class="muted">${this.t('nothingText')}</p>
    </div>`
  }
}
