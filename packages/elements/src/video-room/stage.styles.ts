import { css } from 'lit'

/** The dark surfaces: the call with its overlays and buttons, and the preview before it. */
export const stageStyles = css`
  :host {
    --_stage: var(--visit-stage-background, #0e171d);
    --_stage-surface: #22323c;
    --_stage-edge: #6b8594;
    --_stage-ink: #e8eef1;
  }
  .stage {
    /* What is on it depends on its size, also next to a chart. */
    container-type: inline-size;
    position: relative;
    display: grid;
    place-items: center;
    min-block-size: 420px;
    background: var(--_stage);
    color: var(--_stage-ink);
    color-scheme: dark;
  }
  .remotes {
    position: absolute;
    inset: 0;
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
    gap: var(--_s);
  }
  .tile {
    position: relative;
    display: grid;
    place-items: center;
    min-block-size: 0;
    background: var(--_stage);
  }
  /* Sign language is read from hands and face: other tiles get smaller, and the stage gets higher, but this one stays readable. */
  .tile.interpreter {
    min-inline-size: min(100%, 240px);
    min-block-size: 240px;
  }
  .stage:has(.tile.interpreter ~ .tile, .tile ~ .tile.interpreter) {
    min-block-size: 560px;
  }
  .tile video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  .nameplate {
    position: absolute;
    inset-block-start: calc(var(--_s) * 4);
    inset-inline-start: calc(var(--_s) * 4);
    z-index: 1;
    /* The timer is in the middle of the same line. */
    max-inline-size: calc(50% - var(--_s) * 10);
    padding: var(--_s) calc(var(--_s) * 2.5);
    font-size: calc(var(--_rem) * 0.875);
    font-weight: 400;
    overflow-wrap: anywhere;
    color: #fff;
    background: #0b141acc;
    border-radius: 6px;
  }
  /* Over a picture that stands still, or that comes without sound: below the name and above the buttons. */
  .link-note {
    z-index: 1;
    max-inline-size: min(36em, 100% - var(--_s) * 8);
    padding: calc(var(--_s) * 3) calc(var(--_s) * 4);
    text-align: center;
    background: #0b141acc;
    border-radius: 6px;
  }
  .link-note a {
    color: inherit;
  }
  .link-note .btn {
    margin-block-start: calc(var(--_s) * 2);
  }
  .tile video ~ .link-note {
    align-self: start;
    margin-block-start: calc(var(--_s) * 16);
  }
  .state {
    position: absolute;
    inset-block-start: calc(var(--_s) * 4);
    inset-inline-end: calc(var(--_s) * 4);
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: calc(var(--_s) * 2);
    max-inline-size: 60%;
  }
  .state > span,
  .timer {
    padding: var(--_s) calc(var(--_s) * 2.5);
    font-size: calc(var(--_rem) * 0.8125);
    color: #fff;
    background: #0b141acc;
    border-radius: 99px;
  }
  .timer {
    position: absolute;
    inset-block-start: calc(var(--_s) * 4);
    z-index: 2;
  }
  .state > .recording {
    font-weight: 600;
    background: #b3261e;
  }
  .state > .recording::before {
    content: '';
    display: inline-block;
    inline-size: 0.65em;
    block-size: 0.65em;
    margin-inline-end: var(--_s);
    background: #fff;
    border-radius: 50%;
  }
  .stage:fullscreen {
    block-size: 100%;
  }
  .stage:fullscreen .below {
    padding-block-end: max(var(--_s) * 4, env(safe-area-inset-bottom, 0px));
  }
  .alone {
    z-index: 1;
    padding: calc(var(--_s) * 5);
    padding-block-end: calc(var(--_s) * 24);
    max-inline-size: 36em;
    text-align: center;
  }
  .alone .muted {
    color: #b4c2ca;
  }
  .self {
    position: absolute;
    z-index: 2;
    inset-block-end: calc(var(--_s) * 22);
    inset-inline-end: calc(var(--_s) * 4);
    inline-size: clamp(96px, 20%, 180px);
    aspect-ratio: 4 / 3;
    display: grid;
    place-items: center;
    overflow: hidden;
    font-size: calc(var(--_rem) * 0.8125);
    text-align: center;
    background: var(--_stage-surface);
    border: 1px solid var(--_stage-edge);
    border-radius: 10px;
  }
  .self video {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    transform: scaleX(-1);
  }
  .below {
    position: absolute;
    z-index: 3;
    inset-block-end: 0;
    inset-inline: 0;
    display: grid;
    gap: calc(var(--_s) * 3);
    padding: calc(var(--_s) * 4);
    background: linear-gradient(transparent, #0b141ae6 40%);
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: calc(var(--_s) * 2);
  }
  .controls .break {
    display: none;
    flex-basis: 100%;
  }
  .stage .btn {
    color: var(--_stage-ink);
    background: var(--_stage-surface);
    border-color: var(--_stage-edge);
  }
  .stage .btn.off {
    color: var(--_stage);
    background: var(--_stage-ink);
  }
  .stage .btn.danger {
    color: #fff;
    background: #b3261e;
    border-color: transparent;
  }
  .stage :focus-visible {
    outline-color: #fff;
    outline-offset: 2px;
  }
  .call-banner {
    max-inline-size: 70%;
    padding: calc(var(--_s) * 2.5) calc(var(--_s) * 4);
    color: #fff;
    background: #0b141ae6;
    border-inline-start: 3px solid #f2c063;
    border-radius: 6px;
    font-size: calc(var(--_rem) * 0.875);
  }
  .prejoin .preview {
    position: relative;
    display: grid;
    place-items: center;
    aspect-ratio: 4 / 3;
    max-block-size: 50dvh;
    overflow: hidden;
    padding: calc(var(--_s) * 4);
    color: var(--_stage-ink);
    text-align: center;
    background: var(--_stage);
    border-radius: var(--_radius);
  }
  .prejoin video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    transform: scaleX(-1);
  }
`
