import { css } from 'lit'

/** Captions over the picture, and the field of who types them. */
export const captionsStyles = css`
  .captions {
    display: grid;
    gap: calc(var(--_s) * 2);
    justify-self: center;
    inline-size: min(100%, 44em);
    padding: calc(var(--_s) * 3);
    color: #fff;
    background: #0b141ae6;
    border-radius: 6px;
  }
  .machine-note {
    justify-self: center;
    max-inline-size: 44em;
    padding: calc(var(--_s) * 2) calc(var(--_s) * 3);
    font-size: calc(var(--_rem) * 0.875);
    color: #fff;
    background: #0b141ae6;
    border-inline-start: 3px solid #f2c063;
    border-radius: 6px;
  }
  .caption-lines {
    max-block-size: 9em;
    overflow: auto;
    font-size: calc(var(--_rem) * 1.125);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  .captions.large .caption-lines {
    font-size: calc(var(--_rem) * 1.75);
    max-block-size: 7em;
  }
  .caption-lines p {
    margin: 0;
    text-align: start;
  }
  .captions .btn {
    font-size: calc(var(--_rem) * 0.875);
  }
  /* Captions and buttons cover the lower part: the self view moves to the top, below the state. */
  .stage.captioned {
    min-block-size: 560px;
  }
  .stage.captioned .self {
    inset-block: calc(var(--_s) * 14) auto;
  }
  @container (max-width: 480px) {
    .stage.captioned .self {
      inset-block-start: calc(var(--_s) * 24);
    }
  }
  .caption-writer {
    padding: calc(var(--_s) * 4);
    background: var(--_surface);
    border-block-start: 1px solid var(--_line);
  }
  .room:has(> .caption-writer) > * {
    grid-column: 1 / -1;
  }
  .caption-writer h2 {
    font-size: calc(var(--_rem) * 1.0625);
  }
  @container (max-width: 480px) {
    .captions {
      padding: calc(var(--_s) * 2);
    }
    .captions .btn {
      padding-inline: calc(var(--_s) * 2);
      font-size: calc(var(--_rem) * 0.8125);
    }
    .captions.large .caption-lines {
      font-size: calc(var(--_rem) * 1.5);
    }
    /* The buttons need up to four lines here, and a notice about a guest as many. */
    .stage.captioned {
      min-block-size: 640px;
    }
    .stage.captioned:has(.large) {
      min-block-size: 720px;
    }
    .stage.captioned:has(.guest-notice) {
      min-block-size: 800px;
    }
    .stage.captioned:has(.large):has(.guest-notice) {
      min-block-size: 880px;
    }
  }
`
