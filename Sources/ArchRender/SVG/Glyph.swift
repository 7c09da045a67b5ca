extension Category {
  /// The shapes of the glyph on a grid of 24 units, drawn with strokes only.
  var glyph: StaticString {
    switch self {
    case .compute:  // A chip with its pins.
      """
      <rect x="7" y="7" width="10" height="10" rx="1.5"/>\
      <path d="M10 3.5v3.5M14 3.5v3.5M10 17v3.5M14 17v3.5M3.5 10h3.5M3.5 14h3.5\
      M17 10h3.5M17 14h3.5"/>
      """
    case .storage:  // A bucket.
      """
      <path d="M5 7l1.6 11.2C7 19.4 9 20 12 20s5-.6 5.4-1.8L19 7"/>\
      <ellipse cx="12" cy="7" rx="7" ry="2.6"/>
      """
    case .database:  // A drum.
      """
      <ellipse cx="12" cy="6" rx="7" ry="2.5"/>\
      <path d="M5 6v12c0 1.4 3 2.5 7 2.5s7-1.1 7-2.5V6M5 12c0 1.4 3 2.5 7 2.5s7-1.1 7-2.5"/>
      """
    case .networking:  // One point that leads to three.
      """
      <circle cx="12" cy="5.5" r="2.25"/><circle cx="5" cy="18.5" r="2.25"/>\
      <circle cx="12" cy="18.5" r="2.25"/><circle cx="19" cy="18.5" r="2.25"/>\
      <path d="M12 7.75v8.5M5 16.25V14a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v2.25"/>
      """
    case .integration:  // Messages in a row, and the way on.
      """
      <rect x="3" y="8" width="5" height="8" rx="1"/>\
      <rect x="9.5" y="8" width="5" height="8" rx="1"/>\
      <path d="M17 12h4.5m-2.25-2.25L21.5 12l-2.25 2.25"/>
      """
    case .security:  // A shield with a tick.
      """
      <path d="M12 3.5 5 6v5.5c0 4.3 2.9 7.4 7 9 4.1-1.6 7-4.7 7-9V6z"/>\
      <path d="M8.75 12l2.3 2.3 4.2-4.4"/>
      """
    case .analytics:  // Bars on a line.
      """
      <path d="M3.5 20h17M7 16.5v-4M12 16.5V4.5M17 16.5v-8"/>
      """
    case .machineLearning:  // A spark.
      """
      <path d="M11 4c.9 5 3 7.1 8 8-5 .9-7.1 3-8 8-.9-5-3-7.1-8-8 5-.9 7.1-3 8-8z"/>\
      <path d="M19 3v4M17 5h4"/>
      """
    default: secondGlyph
    }
  }

  private var secondGlyph: StaticString {
    switch self {
    case .management:  // Two sliders.
      """
      <path d="M3.5 8h8.5M17 8h3.5M3.5 16h3M11.5 16h9"/>\
      <circle cx="14.5" cy="8" r="2.5"/><circle cx="9" cy="16" r="2.5"/>
      """
    case .developerTools:  // A tag of code.
      """
      <path d="M8 6.5 3 12l5 5.5M16 6.5l5 5.5-5 5.5M13.5 5l-3 14"/>
      """
    case .containers:  // A box seen from a corner.
      """
      <path d="M12 3.5 19.5 7.75v8.5L12 20.5l-7.5-4.25v-8.5z"/>\
      <path d="M4.5 7.75 12 12l7.5-4.25M12 12v8.5"/>
      """
    case .actors:  // A person.
      """
      <circle cx="12" cy="8" r="3.5"/><path d="M5 20c.6-4 3.4-6 7-6s6.4 2 7 6"/>
      """
    default:  // Something with a face and a base.
      """
      <rect x="4" y="5" width="16" height="14" rx="2.5"/><path d="M4 10h16M7.5 14.5h4"/>
      """
    }
  }
}
