/// How a report looks: by the width of the window, light or dark, and printed.
enum ReportStyle {
  /// The style sheet.
  static let sheet = """
    :root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1c1b19;--dim:#5d5a53;--line:#d9d5cb;\
    --direct:#fff0b8;--indirect:#e3eefb;--mixed:#f2e5fa;--bar:#3b6ea5;--link:#1d5a96;\
    --person:#8a3b12;--place:#23652f;--organization:#6b2f86}
    @media(prefers-color-scheme:dark){:root{--paper:#191918;--ink:#e8e5df;--dim:#a8a49a;\
    --line:#3b3934;--direct:#4d4213;--indirect:#1e3a57;--mixed:#46305a;--bar:#6ea3d8;\
    --link:#8fc0f0;--person:#f0ad84;--place:#93cf9e;--organization:#d5a6ea}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0 auto;padding:1rem;max-width:76rem;background:var(--paper);color:var(--ink);\
    font:1.0625rem/1.65 "Noto Serif Bengali","Noto Serif",Georgia,serif;overflow-wrap:anywhere}
    h1{font-size:1.5rem;line-height:1.35;margin:.3rem 0}
    h2{font-size:1.1rem;margin:1.4rem 0 .5rem}
    header p{margin:.2rem 0;color:var(--dim)}
    a{color:var(--link)}
    nav{display:flex;flex-wrap:wrap;gap:.5rem 1rem;padding:.4rem 0;border-bottom:1px solid var(--line)}
    nav a,aside,footer{font-family:system-ui,"Noto Sans Bengali","Noto Sans",sans-serif}
    aside,footer{font-size:.9375rem}
    main article h2.headline{display:none}
    h3{font-size:1rem;margin:.9rem 0 .3rem}
    .sides{display:grid;grid-template-columns:1fr;gap:1.5rem}
    @media(min-width:48rem){.sides{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}}
    .sides article{border-top:1px solid var(--line)}
    ul.audit{list-style:none;margin:0;padding:0}
    ul.audit p{margin:.2rem 0}
    aside .audit li{display:flex;flex-wrap:wrap;align-items:center;gap:.1rem .5rem;margin:0;\
    padding:.15rem 0;border:0}
    .audit a:not(.ref){color:inherit;text-decoration-color:var(--line)}
    .claim{border-bottom:1px dotted var(--dim)}
    .note{border-bottom:2px solid var(--bar)}
    del,ins{text-decoration-thickness:.12em;font-weight:600}
    mark{color:inherit;background:var(--direct);border-radius:.15em;padding:.05em .1em}
    mark.indirect{background:var(--indirect)}
    mark.mixed{background:var(--mixed)}
    .ref{display:inline-block;min-width:1.5em;margin-right:.25em;padding:0 .3em;border-radius:.7em;\
    background:var(--bar);color:var(--paper);font:600 .75rem/1.6 system-ui,sans-serif;\
    text-align:center;text-decoration:none}
    .cue{text-decoration:underline dotted;text-underline-offset:.2em}
    .speaker{font-weight:600}
    .person,.person>b{color:var(--person)}
    .place,.place>b{color:var(--place)}
    .organization,.organization>b{color:var(--organization)}
    :target{outline:3px solid var(--bar);outline-offset:2px}
    [id]{scroll-margin-top:1rem}
    ol.quotes,aside ul{list-style:none;margin:0;padding:0}
    aside li{margin:0 0 .9rem;padding:.5rem .7rem;border-left:4px solid var(--line)}
    aside li.direct{border-color:var(--direct)}
    aside li.indirect{border-color:var(--indirect)}
    aside li.mixed{border-color:var(--mixed)}
    aside li .who{display:inline;margin:0}
    aside li.person,aside li.place,aside li.organization{color:inherit}
    blockquote{margin:.4rem 0}
    dl{display:grid;grid-template-columns:minmax(4.5rem,max-content) 1fr;gap:.1rem .6rem;margin:0;\
    color:var(--dim);font-size:.875rem}
    dt,dd{margin:0;min-width:0}
    .bar{flex:none;max-width:50%;height:.8rem;min-width:2px;background:var(--bar);border-radius:.2rem;\
    -webkit-print-color-adjust:exact;print-color-adjust:exact}
    .n{color:var(--dim);font-size:.8125rem}
    footer{margin-top:2rem;border-top:1px solid var(--line);color:var(--dim)}
    @media(min-width:60rem){main{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);\
    gap:2.5rem;align-items:start}aside{position:sticky;top:0;max-height:100vh;overflow-y:auto;\
    padding-right:.5rem}}
    @media print{:root{--paper:#fff;--ink:#000;--dim:#444;--line:#bbb;--direct:#fff0b8;\
    --indirect:#e3eefb;--mixed:#f2e5fa;--link:#000;--bar:#555}body{max-width:none;padding:0;\
    font-size:11pt}main{display:block}aside{position:static;max-height:none;overflow:visible}\
    nav{display:none}mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}\
    li,h2,blockquote{break-inside:avoid}}
    """
}
