/// The controls of a page, which no author's words reach.
extension HTMLPage {
  static let speed: StaticString = """
    <label>Speed <select id="speed">
    <option value="0.25">¼</option>
    <option value="0.5">½</option>
    <option value="1" selected>1</option>
    <option value="2">2</option>
    <option value="4">4</option>
    </select></label>

    """

  static let player: StaticString = """
    <p id="caption" aria-live="polite"></p>
    <input id="seek" type="range" min="0" max="1000" value="0" step="1" aria-label="Position">
    <div class="bar" role="group" aria-label="Story">
    <button type="button" id="back" aria-label="Step back" title="Step back (←)">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M18 6v12l-9-6zM6 6v12"/></svg></button>
    <button type="button" id="play" aria-label="Play" title="Play or pause (space)">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path id="play-shape" d="M8 5v14l11-7z"/></svg>
    </button>
    <button type="button" id="next" aria-label="Step forward" title="Step forward (→)">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6v12l9-6zM18 6v12"/></svg></button>
    </div>

    """

  static let zoom: StaticString = """
    <div class="bar" role="group" aria-label="View">
    <button type="button" id="out" aria-label="Zoom out" title="Zoom out (-)">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 12h12"/></svg></button>
    <button type="button" id="fit" aria-label="Fit the picture" title="Fit the picture (0)">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"/>
    </svg></button>
    <button type="button" id="in" aria-label="Zoom in" title="Zoom in (+)">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 12h12M12 6v12"/></svg></button>
    <button type="button" id="full" aria-label="Full screen" title="Full screen (f)">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 5h16v14H4zM4 9h16"/></svg></button>
    </div>

    """
}
