import { css } from 'lit'

export const panelsStyles = css`
  /* The parts of a day are not the titled parts of a work page. */
  :is(h3, h4, div, details).part.part {
    padding: 0;
    border-block-start: 0;
  }
  details.part.part + details.part.part {
    border-block-start: 1px solid var(--_line);
  }
  details.part.part {
    display: block;
  }
  .short {
    inline-size: min(100%, 24em);
  }
  .list > .fact {
    padding: calc(var(--_s) * 2.5) calc(var(--_s) * 5);
  }
  .range > .field {
    flex: 0 1 11em;
  }
  .plain {
    border: 0;
    background: none;
    padding-inline: 0;
  }
  .weekday > b {
    inline-size: 7em;
  }
  .window {
    gap: calc(var(--_s) * 2);
  }
  .window input:not([type='radio'], [type='checkbox'], [type='range']) {
    inline-size: 9em;
  }
  /* Those below the screen are not laid out until they are near it. */
  [part='waiting'] > li {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 90px;
  }
  /* The dash begins a line, and never ends one. */
  .until {
    flex-wrap: nowrap;
    gap: inherit;
  }
  @container (max-width: 480px) {
    .weekday > b {
      inline-size: 100%;
    }
  }
`
