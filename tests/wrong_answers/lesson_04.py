"""Wrong answers to the exercises of lesson 4."""

WRONG_ANSWERS = {
    "4.1": {
        "the share": """def my_pi(x, y):
    inside = np.sqrt(x**2 + y**2) < 1
    return inside.mean()
""",
        "four times the number": """def my_pi(x, y):
    count = 0
    for a, b in zip(x, y):
        if a**2 + b**2 < 1:
            count += 1
    return 4 * count
""",
        "the number": """def my_pi(x, y):
    return len([1 for a, b in zip(x, y) if a * a + b * b < 1])
""",
        "distances along the axes": """def my_pi(x, y):
    total = 0
    for i in range(len(x)):
        if abs(x[i]) + abs(y[i]) < 1:
            total = total + 1
    return 4 * total / len(x)
""",
        "squares forgotten": """def my_pi(x, y):
    inside = x + y < 1
    return 4 * sum(inside) / len(inside)
""",
        "all points counted": """def my_pi(x, y):
    inside = x**2 + y**2 < 1
    return 4 * len(inside) / len(x)
""",
    },
    "4.3": {
        "an equal loss counts": """def my_improvements(losses):
    best = losses[0]
    count = 0
    for loss in losses:
        if loss <= best:
            best = loss
            count += 1
    return count
""",
        "the first draw does not count": """def my_improvements(losses):
    best = losses[0]
    count = 0
    for i in range(1, len(losses)):
        if losses[i] < best:
            best = losses[i]
            count += 1
    return count
""",
        "the best loss is not remembered": """def my_improvements(losses):
    best = np.inf
    count = 0
    for loss in losses:
        if loss < best:
            count += 1
    return count
""",
        "compared with the one before": """def my_improvements(losses):
    count = 1
    for i in range(1, len(losses)):
        if losses[i] < losses[i - 1]:
            count += 1
    return count
""",
        "begins with 0": """def my_improvements(losses):
    best, count = 0, 0
    for loss in losses:
        if loss < best:
            best = loss
            count = count + 1
    return count
""",
        "the best loss itself": """def my_improvements(losses):
    best = np.inf
    for loss in losses:
        if loss < best:
            best = loss
    return best
""",
    },
    "4.2": {
        "the last point": """def my_random_search(loss, draw, n_draws):
    best_loss = np.inf
    for i in range(n_draws):
        point = draw()
        best_loss = min(best_loss, loss(point))
    return point, loss(point)
""",
        "the loss alone": """def my_random_search(loss, draw, n_draws):
    best = np.inf
    for i in range(n_draws):
        value = loss(draw())
        if value < best:
            best = value
    return best
""",
        "a new point for the loss": """def my_random_search(loss, draw, n_draws):
    best_point = None
    best_loss = np.inf
    i = 0
    while i < n_draws:
        if loss(draw()) < best_loss:
            best_point = draw()
            best_loss = loss(best_point)
        i += 1
    return best_point, best_loss
""",
        "the largest loss": """def my_random_search(loss, draw, n_draws):
    points = [draw() for i in range(n_draws)]
    losses = [loss(point) for point in points]
    worst = np.argmax(losses)
    return points[worst], losses[worst]
""",
        "the best loss is not remembered": """def my_random_search(loss, draw, n_draws):
    best_point = draw()
    best_loss = np.inf
    for i in range(n_draws - 1):
        point = draw()
        if loss(point) < best_loss:
            best_point = point
    return best_point, best_loss
""",
        "one draw too many": """def my_random_search(loss, draw, n_draws):
    best_point = draw()
    best_loss = loss(best_point)
    for i in range(n_draws):
        point = draw()
        if loss(point) < best_loss:
            best_point, best_loss = point, loss(point)
    return best_point, best_loss
""",
    },
    "4.4": {
        "stretched by high": """def my_uniform(u, low, high):
    return u * high + low
""",
        "low forgotten": """def my_uniform(u, low, high):
    length = high - low
    return [length * value for value in u]
""",
        "begins at high": """def my_uniform(u, low, high):
    return u * (high - low) + high
""",
        "in the opposite direction": """def my_uniform(u, low, high):
    return u * low + (1 - u) * high
""",
        "shifted before it is stretched": """def my_uniform(u, low, high):
    shifted = low + u
    return shifted * (high - low)
""",
        "low taken away": """def my_uniform(u, low, high):
    numbers = []
    for value in u:
        numbers.append(value * (high - low) - low)
    return np.array(numbers)
""",
    },
    "4.5": {
        "the step keeps its length": """def my_direction_search(loss, start, step, moves, n_evaluations):
    point, value = np.array(start), loss(start)
    move, failures = 0, 0
    for _ in range(n_evaluations - 1):
        candidate = point + step * moves[move]
        new_value = loss(candidate)
        if new_value < value:
            point, value, failures = candidate, new_value, 0
        else:
            move = (move + 1) % len(moves)
            failures += 1
            if failures == len(moves):
                break
    return point
""",
        "halved after each failure": """def my_direction_search(loss, start, step, moves, n_evaluations):
    point, value = np.array(start), loss(start)
    move, failures = 0, 0
    for _ in range(n_evaluations - 1):
        candidate = point + step * moves[move]
        new_value = loss(candidate)
        if new_value < value:
            point = candidate
            value = new_value
        else:
            move += 1
            if move == len(moves):
                move = 0
            step = step / 2
    return point
""",
        "failures counted over the whole search": """def my_direction_search(loss, start, step, moves, n_evaluations):
    point, value = np.array(start), loss(start)
    move, failures = 0, 0
    for _ in range(n_evaluations - 1):
        candidate = point + step * moves[move]
        new_value = loss(candidate)
        if new_value < value:
            point, value = candidate, new_value
        else:
            move = (move + 1) % len(moves)
            failures = failures + 1
            if failures == len(moves):
                step = step * 0.5
                failures = 0
    return point
""",
        "no move after the last one": """def my_direction_search(loss, start, step, moves, n_evaluations):
    point, value = np.array(start), loss(start)
    move, failures = 0, 0
    for _ in range(n_evaluations - 1):
        candidate = point + step * moves[move]
        new_value = loss(candidate)
        if new_value < value:
            point, value, failures = candidate, new_value, 0
            continue
        move += 1
        failures += 1
        if failures == len(moves):
            step /= 2
            failures = 0
    return point
""",
        "the loss is computed twice": """def my_direction_search(loss, start, step, moves, n_evaluations):
    point, value = np.array(start), loss(start)
    move, failures = 0, 0
    for _ in range(n_evaluations - 1):
        candidate = point + step * moves[move]
        if loss(candidate) < loss(point):
            point, failures = candidate, 0
        else:
            move, failures = (move + 1) % len(moves), failures + 1
            if failures == len(moves):
                step, failures = step / 2, 0
    return point
""",
        "the best loss is not remembered": """def my_direction_search(loss, start, step, moves, n_evaluations):
    point, value = np.array(start), loss(start)
    move, failures = 0, 0
    for _ in range(n_evaluations - 1):
        candidate = point + step * moves[move]
        if loss(candidate) < value:
            point = candidate
            failures = 0
        else:
            failures += 1
            move = (move + 1) % len(moves)
            if failures >= len(moves):
                failures = 0
                step = step / 2
    return point
""",
    },
}
