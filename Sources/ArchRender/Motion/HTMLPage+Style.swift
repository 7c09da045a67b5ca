extension HTMLPage {
  /// The style sheet of the page; the picture brings its own. The colours are those of the
  /// palettes, so that page and picture are one.
  static let style: StaticString = """
    :root{--page:#fbfcfd;--card:#fff;--text:#1b2733;--quiet:#5b6b7c;--line:#d5dce4;--edge:#64748b;
    --accent:#0f5bd7;--on-accent:#fff;color-scheme:light}
    @media (prefers-color-scheme:dark){:root{--page:#0f1720;--card:#18222d;--text:#e6edf3;
    --quiet:#9fb0c0;--line:#2d3a47;--edge:#8fa1b3;--accent:#5aa9ff;--on-accent:#0f1720;
    color-scheme:dark}}
    *{box-sizing:border-box}
    html,body{height:100%;margin:0}
    body{display:flex;flex-direction:column;background:var(--page);color:var(--text);
    font:14px/1.45 Helvetica,Arial,"Liberation Sans",sans-serif}
    header{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center;padding:12px 20px;
    border-bottom:1px solid var(--line)}
    h1{font-size:18px;margin:0;flex:1 1 200px;overflow-wrap:anywhere}
    #settings{display:flex;flex-wrap:wrap;gap:8px 16px}
    label{color:var(--quiet)}
    select{font:inherit;color:var(--text);background:var(--card);border:1px solid var(--edge);
    border-radius:6px;padding:4px 6px;max-width:240px}
    main{flex:1 1 auto;min-height:0;display:flex}
    #stage{flex:1 1 auto;min-width:0;position:relative;overflow:hidden;cursor:grab;
    touch-action:none;user-select:none}
    #stage.dragged{cursor:grabbing}
    #sheet{position:absolute;left:0;top:0;transform-origin:0 0}
    #sheet svg{display:block}
    #steps{flex:0 0 280px;overflow:auto;padding:12px 12px 12px 0}
    h2{font-size:13px;margin:0 12px 6px;color:var(--quiet);overflow-wrap:anywhere}
    ol{list-style:none;margin:0;padding:0}
    #steps button{width:100%;text-align:left;border:0;background:none;color:var(--text);
    padding:6px 12px;border-radius:6px;font:inherit;overflow-wrap:anywhere}
    #steps button:hover{background:var(--card)}
    #steps button[aria-current]{background:var(--accent);color:var(--on-accent)}
    footer{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;padding:10px 20px;
    border-top:1px solid var(--line)}
    #caption{flex:1 0 100%;min-height:1.45em;margin:0;text-align:center;font-weight:600;
    overflow-wrap:anywhere}
    #seek{flex:1 1 160px;min-width:80px;accent-color:var(--accent)}
    .bar{display:flex;gap:4px}
    .bar button{width:36px;height:36px;padding:6px;border:1px solid var(--edge);border-radius:8px;
    background:var(--card);color:var(--text)}
    .bar svg{display:block;width:100%;height:100%;fill:none;stroke:currentColor;stroke-width:2;
    stroke-linecap:round;stroke-linejoin:round}
    button{cursor:pointer}
    .bar button:hover{border-color:var(--accent);color:var(--accent)}
    :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
    #stage:focus-visible{outline:0}
    #stage:focus-visible::after{content:"";position:absolute;inset:1px;pointer-events:none;
    border:2px solid var(--accent)}
    #steps button:focus-visible{outline-offset:-2px}
    @media (max-width:720px){main{flex-direction:column}
    #steps{flex:0 1 30%;padding:0 8px 8px}}
    @media print{#settings,#steps,footer{display:none}}
    """
}
