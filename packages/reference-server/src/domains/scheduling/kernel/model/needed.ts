/** What visits need in addition to their practitioner, as a search asks it. */
export interface Needed {
  /** The starts at which enough of it is free, for a visit with this practitioner. */
  readonly starts: (practitionerId: string) => Uint32Array
}
