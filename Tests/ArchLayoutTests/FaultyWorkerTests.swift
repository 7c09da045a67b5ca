import ArchLayout
import ArchScene
import CFaultyWorkers
import Glibc
import Testing

/// Whatever happens in the worker's process, the caller gets a failure that says so, in good time.
///
/// One after the other, because some of them write their process number in one place.
@Suite(.serialized) struct FaultyWorkerTests {
  /// Two boxes and nothing else: what the faulty answers are about.
  private let graph = LayoutGraph(nodes: [
    LayoutGraph.Node(size: Size(width: 100, height: 30)),
    LayoutGraph.Node(size: Size(width: 100, height: 30)),
  ])

  /// How each rung ended; a body that succeeds is an error here.
  private func endings(
    _ body: LayoutWorker.Body, milliseconds: Int = 20_000, memory: Int = 1 << 30
  ) -> [LayoutFailure.Ending] {
    let limits = LayoutLimits(milliseconds: milliseconds, memory: memory)
    return endings { () throws(LayoutFailure) in
      try layOut(graph, limits: limits, worker: LayoutWorker(body: body))
    }
  }

  private func endings(
    _ layOut: () throws(LayoutFailure) -> GraphGeometry
  ) -> [LayoutFailure.Ending] {
    do {
      let geometry = try layOut()
      Issue.record("laid out: \(geometry)")
      return []
    } catch {
      guard case .allFailed(let attempts) = error else {
        Issue.record(error)
        return []
      }
      return attempts.map(\.ending)
    }
  }

  @Test func `A worker that crashes is a failure of every rung`() {
    let segmentation = LayoutFailure.Ending.crashed(signal: 11)
    #expect(
      endings({ faulty_reads_nowhere($0, $1, $2) }) == [segmentation, segmentation, segmentation])
    #expect(endings({ faulty_aborts($0, $1, $2) }).count == 3)
  }

  @Test func `A worker that exits is a failure with its status`() {
    #expect(endings({ faulty_exits_with_seven($0, $1, $2) }).first == .gaveUp(status: 7))
  }

  @Test func `A worker that hangs is stopped, and only the last rung is tried again`() {
    let twice = [LayoutFailure.Ending.outOfTime, .outOfTime]
    #expect(endings({ faulty_hangs($0, $1, $2) }, milliseconds: 200) == twice)
    #expect(endings({ faulty_hangs_after_closing($0, $1, $2) }, milliseconds: 200) == twice)
  }

  @Test func `A worker that says nothing or nonsense is not believed`() {
    let bodies: [LayoutWorker.Body] = [
      { faulty_says_nothing($0, $1, $2) }, { faulty_writes_garbage($0, $1, $2) },
      { faulty_answers_half($0, $1, $2) }, { faulty_answers_more($0, $1, $2) },
      { faulty_answers_not_a_number($0, $1, $2) }, { faulty_answers_another_count($0, $1, $2) },
      { faulty_answers_overlap($0, $1, $2) },
    ]
    for body in bodies {
      let endings = endings(body)
      #expect(endings.count == 3)
      for case let ending in endings {
        guard case .answeredNonsense = ending else {
          Issue.record("\(ending)")
          continue
        }
      }
    }
  }

  @Test func `A worker that writes without end is cut off`() {
    #expect(endings({ faulty_writes_without_end($0, $1, $2) }).first == .answeredTooMuch)
  }

  @Test func `A worker that takes too much memory gets no more`() {
    let ending = endings({ faulty_eats_memory($0, $1, $2) }, memory: 64 << 20).first
    #expect(ending == .gaveUp(status: 9))
  }

  @Test func `What a worker prints goes nowhere and stops nothing`() {
    #expect(endings({ faulty_floods_its_streams($0, $1, $2) }).first == .gaveUp(status: 5))
  }

  @Test func `A worker can open no file, start no process and signal nobody`() {
    #expect(endings({ faulty_tries_to_get_out($0, $1, $2) }).first == .gaveUp(status: 20))
  }

  #if os(Linux) && arch(x86_64)
    @Test func `A worker that starts a program or opens a socket is killed`() {
      for body: LayoutWorker.Body in [
        { faulty_starts_a_program($0, $1, $2) }, { faulty_opens_a_socket($0, $1, $2) },
      ] {
        #expect(endings(body).first == .crashed(signal: 31))
      }
    }
  #endif

  @Test func `No process is left behind, however it ended`() {
    #expect(faulty_make_note() == 0)
    for body: LayoutWorker.Body in [
      { faulty_notes_its_process_and_exits($0, $1, $2) },
      { faulty_notes_its_process_and_hangs($0, $1, $2) },
    ] {
      #expect(!endings(body, milliseconds: 300).isEmpty)
      #expect(faulty_noted_process() > 0)
      // A process that ended but was not waited for still takes a signal.
      #expect(kill(faulty_noted_process(), 0) == -1)
    }
  }

  @Test func `No open file is left behind`() throws {
    // Other tests run at the same time and have files of their own; a leak would be 300.
    let before = openFiles()
    for _ in 0..<100 { _ = endings({ faulty_says_nothing($0, $1, $2) }) }
    #expect(openFiles() < before + 100)
  }

  private func openFiles() -> Int { (0..<1_024).count { fcntl(Int32($0), F_GETFD) >= 0 } }

  // MARK: Before there is a request

  /// A graph whose request is bigger than what any channel holds.
  private let bigGraph = LayoutGraph(
    nodes: (0..<20_000).map {
      LayoutGraph.Node(size: Size(width: Double($0 % 1_000 + 1), height: 30))
    })

  @Test func `A request bigger than any buffer arrives whole`() {
    let worker = LayoutWorker(body: { faulty_checks_widths($0, $1, $2) })
    let ending = endings { () throws(LayoutFailure) in try layOut(bigGraph, worker: worker) }.first
    #expect(ending == .gaveUp(status: 30))
  }

  @Test func `A worker that cannot get ready is a missing engine`() {
    let worker = LayoutWorker(
      body: { faulty_answers_two_nodes($0, $1, $2) }, prepare: { faulty_cannot_prepare() })
    #expect(throws: LayoutFailure.engineMissing) { try layOut(graph, worker: worker) }
  }

  @Test func `A worker that is gone before its request is a failure with its status`() {
    let worker = LayoutWorker(
      body: { faulty_answers_two_nodes($0, $1, $2) }, prepare: { faulty_ends_while_preparing() })
    for graph in [graph, bigGraph] {
      #expect(faulty_make_note() == 0)
      let process = worker.start()
      var information = siginfo_t()
      while faulty_noted_process() == 0 { usleep(100) }
      #expect(waitid(P_PID, id_t(faulty_noted_process()), &information, WEXITED | WNOWAIT) == 0)
      let ending = endings { () throws(LayoutFailure) in
        try GraphLayout(of: graph, worker: worker, process: process).geometry()
      }.first
      #expect(ending == .gaveUp(status: 7))
    }
  }

  @Test func `A process that is given up is gone, with or without a request`() throws {
    let worker = LayoutWorker(
      body: { faulty_hangs($0, $1, $2) }, prepare: { faulty_prepares_with_a_note() })
    for hasRequest in [false, true] {
      #expect(faulty_make_note() == 0)
      var process: LayoutProcess? = worker.start()
      while faulty_noted_process() == 0 { usleep(100) }
      var layout = hasRequest ? try GraphLayout(of: graph, worker: worker, process: process) : nil
      #expect(process != nil && (layout != nil) == hasRequest)
      (process, layout) = (nil, nil)
      #expect(kill(faulty_noted_process(), 0) == -1)
    }
  }

  @Test func `When the first rungs crash, the last one draws`() throws {
    let worker = LayoutWorker(body: { faulty_crashes_unless_lazy($0, $1, $2) })
    let geometry = try layOut(graph, worker: worker)
    #expect(geometry.rung == .least)
    #expect(geometry.nodeFrames[1].x - geometry.nodeFrames[0].x == 490)
    #expect(geometry.size == Size(width: 638, height: 78))
  }

  @Test func `A failure reads as one sentence`() throws {
    let failure = LayoutFailure.allFailed([
      .init(rung: .full, ending: .crashed(signal: 6)), .init(rung: .least, ending: .outOfTime),
    ])
    #expect(
      failure.description
        == "the picture could not be laid out: Graphviz crashed (signal 6) with full care, "
        + "Graphviz ran out of time with least care")
    #expect(LayoutFailure.engineMissing.description.contains("libgvc6"))
  }
}
