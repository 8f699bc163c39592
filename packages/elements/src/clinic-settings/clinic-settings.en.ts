import type { Messages } from '../core/message-types.ts'

/** What an administrator reads above the pages of the clinic's settings. */
export const clinicSettingsEn = {
  heading: 'Settings of the clinic',
  loading: 'Loading the settings of the clinic',
  back: 'All settings of the clinic',
  nothingHeading: 'There is nothing for you to change here',
  nothingText: 'Administrators change the settings of the clinic.',
  address: 'Address',
  addressText: 'Where visits in person take place.',
  calls: 'Calls',
  callsText: 'Whether calls may be recorded, and captions by machine.',
  names: 'Names of clinicians',
  namesText: 'Official names in parts, and other names.',
  photos: 'Photos of clinicians',
  photosText: 'Patients see whom they choose and meet.',
  orders: 'Order sets',
  ordersText: 'A diagnosis with its usual text, tests and prescriptions, chosen with one press in a note.',
  macros: 'Shared text macros',
  macrosText: 'Texts that a short word stands for in every note of the clinic.',
} as const satisfies Messages
